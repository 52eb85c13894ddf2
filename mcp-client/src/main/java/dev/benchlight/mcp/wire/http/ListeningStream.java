package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;

import okhttp3.Request;
import okhttp3.Response;

import java.io.IOException;
import java.time.Duration;

/// The optional GET on which a server sends messages of its own. A server that has none answers
/// 405, which is fine. One that keeps ending it is asked less and less often. Runs on a thread of
/// its own; [#cancel] may come from any.
final class ListeningStream {
    private static final int MOST_DOUBLINGS = 8;

    private final Link link;
    private final HttpSession session;
    private final Cancellation cancellation;

    ListeningStream(Link link, Cancellation cancellation) {
        this.link = link;
        this.cancellation = cancellation;
        this.session = link.session();
    }

    void cancel() {
        cancellation.cancel();
    }

    /// Listens until it is cancelled, or the server does not want it.
    void run() {
        EventStream stream = new EventStream(link, null);
        int vain = 0;
        while (!cancellation.isCancelled()) {
            stream.startAgain();
            long start = System.nanoTime();
            if (!listen(stream)) {
                return;
            }
            boolean lasted = System.nanoTime() - start > Duration.ofSeconds(30).toNanos();
            vain = stream.delivered() || lasted ? 0 : Math.min(vain + 1, MOST_DOUBLINGS);
            if (cancellation.pause(stream.backoff(vain))) {
                return;
            }
        }
    }

    /// @return whether to try again
    private boolean listen(EventStream stream) {
        Request.Builder builder = link.request(link.url, session, "text/event-stream");
        String after = stream.lastEventId();
        if (after != null) {
            builder.header("Last-Event-ID", after);
        }
        Request request = link.authorized(builder.build(), true);
        link.frames.requestHead(null, request);
        try (Response response = cancellation.execute(link.client.newCall(request))) {
            link.frames.responseHead(null, response);
            return read(response, stream);
        } catch (IOException e) {
            if (cancellation.isCancelled()) {
                return false;
            }
            link.listener.warning(
                    "listening-failed",
                    "the listening stream could not be opened",
                    link.faults.beforeResponse(e).message());
            return true;
        }
    }

    private boolean read(Response response, EventStream stream) {
        String type = response.header("Content-Type", "");
        if (response.code() == 200 && type != null && type.startsWith("text/event-stream")) {
            WireFault fault = stream.read(response);
            return fault == null || fault.kind() != WireFault.Kind.LIMIT;
        }
        boolean none = response.code() == 405 || response.code() == 404;
        if (!none) {
            link.listener.warning(
                    "listening-refused",
                    "the server neither opened a listening stream nor answered 405",
                    "HTTP " + response.code() + " to GET");
        }
        return response.code() >= 500 && response.code() != 501;
    }
}
