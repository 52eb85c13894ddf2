package dev.benchlight.mcp.conformance;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Sees the answer to the GET with which a session of the older era listens: the one response that
/// belongs to no request of the session's.
final class ListeningWatch implements TraceRecorder {
    private final CountDownLatch answered = new CountDownLatch(1);

    @Override
    public void record(TraceEvent event) {
        if (event instanceof Frame frame
                && frame.channel() == Channel.HTTP_RESPONSE_HEAD
                && frame.span() == null) {
            answered.countDown();
        }
    }

    void await() {
        try {
            if (!answered.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the GET of the session was not answered");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
