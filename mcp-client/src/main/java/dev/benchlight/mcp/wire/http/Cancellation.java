package dev.benchlight.mcp.wire.http;

import okhttp3.Call;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends what one thread does with HTTP, be it a call or a pause between calls. Thread-safe.
class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile @Nullable Call call;

    /// Closes the response, whatever state it is in, and lets no other call begin.
    final void cancel() {
        cancelled.countDown();
        ended.complete(true);
        Call current = call;
        if (current != null) {
            current.cancel();
        }
    }

    final boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /// @throws IOException as the call does, or when it was cancelled
    final Response execute(Call next) throws IOException {
        call = next;
        if (isCancelled()) {
            next.cancel();
        }
        return next.execute();
    }

    /// Waits for what others do.
    ///
    /// @return null if it was cancelled first
    final <T> @Nullable T await(CompletableFuture<T> other) {
        CompletableFuture.anyOf(other, ended).join();
        return other.isDone() ? other.join() : null;
    }

    /// @return whether it was cancelled meanwhile
    boolean pause(Duration duration) {
        try {
            return cancelled.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
