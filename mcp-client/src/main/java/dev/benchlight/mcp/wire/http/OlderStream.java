package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;

import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The event stream of HTTP+SSE (2024-11-05, "HTTP with SSE"): its first event names the endpoint
/// that takes messages, and all that the server has to say comes on it. The connection lasts as
/// long as it does. Runs on a thread of its own; the rest may come from any.
final class OlderStream {
    private static final int MOST_REDIRECTS = 5;
    private static final int SHOWN = 200;

    private final Link link;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<Optional<WireFault>> opened = new CompletableFuture<>();
    private volatile @Nullable HttpUrl endpoint;

    OlderStream(Link link) {
        this.link = link;
    }

    /// Where messages go; null before [#await] has said that there is such a place.
    @Nullable HttpUrl endpoint() {
        return endpoint;
    }

    void cancel() {
        cancellation.cancel();
    }

    /// Waits for the endpoint.
    ///
    /// @return why there is none, or empty
    Optional<WireFault> await(Duration deadline) {
        try {
            return opened.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String text =
                    "GET brought no endpoint event within %.1f s."
                            .formatted(deadline.toMillis() / 1_000.0);
            return refused("no-endpoint", text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(
                    WireFault.of(Kind.TRANSPORT, "cancelled", "Connecting was cancelled."));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Reads until the stream ends, and tells that.
    void run() {
        WireFault fault = null;
        try {
            fault = connect();
        } catch (IOException e) {
            fault = link.faults.beforeResponse(e);
        }
        boolean early = opened.complete(refusal(fault));
        if (!early && endpoint != null && !cancellation.isCancelled()) {
            link.listener.closed(over(fault));
        }
    }

    private static Optional<WireFault> refusal(@Nullable WireFault fault) {
        return fault == null
                ? refused("no-endpoint", "The event stream ended without an endpoint event.")
                : Optional.of(fault);
    }

    private static Optional<WireFault> refused(String code, String text) {
        return Optional.of(WireFault.of(Kind.HTTP, code, text));
    }

    private static WireFault over(@Nullable WireFault fault) {
        String text =
                "The event stream on which the server answers ended"
                        + (fault == null ? "." : ": " + fault.message());
        return WireFault.of(
                        fault == null ? Kind.TRANSPORT : fault.kind(),
                        fault == null ? "stream-ended" : fault.code(),
                        text)
                .withHint("Over HTTP+SSE the session ends with its stream; connect again.");
    }

    private @Nullable WireFault connect() throws IOException {
        HttpUrl at = link.url;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Request.Builder builder = link.request(at, HttpSession.NONE, "text/event-stream");
            Request request = link.authorized(builder.build(), true);
            link.frames.requestHead(null, request);
            try (Response response = cancellation.execute(link.client.newCall(request))) {
                link.frames.responseHead(null, response);
                int status = response.code();
                if (status != 307 && status != 308) {
                    return read(response);
                }
                Redirect redirect = Redirect.of(response, link.url);
                if (redirect.fault() != null) {
                    return redirect.fault();
                }
                at = redirect.target();
            }
        }
        return WireFault.of(Kind.HTTP, "redirect-loop", "The server redirected GET in a circle.");
    }

    private @Nullable WireFault read(Response response) {
        String type = response.header("Content-Type", "");
        int status = response.code();
        if (status == 401 || status == 403) {
            return StatusFaults.of(response, new byte[0], false, link.secrets);
        }
        boolean events = type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-str");
        if (status != 200 || !events) {
            String text =
                    "GET was answered with HTTP %d%s, not with an event stream."
                            .formatted(status, type == null || type.isEmpty() ? "" : ", " + type);
            return WireFault.of(Kind.HTTP, "no-event-stream", text);
        }
        HttpUrl from = response.request().url();
        return new EventStream(link, null, event -> take(from, event)).read(response);
    }

    /// Checked before it is used, and the first one counts: a later event must not lead elsewhere.
    private boolean take(HttpUrl from, SseEvent event) {
        if (!event.type().equals("endpoint")) {
            return false;
        }
        String text = new String(event.data(), UTF_8).strip();
        if (opened.isDone()) {
            link.listener.warning(
                    "second-endpoint", "endpoint events after the first were ignored", cut(text));
            return true;
        }
        HttpUrl target = from.resolve(text);
        if (target == null) {
            fail("endpoint-invalid", "The endpoint event names no URL: " + cut(text));
        } else if (!OriginGuard.sameOrigin(link.url, target)) {
            fail(
                    "endpoint-other-origin",
                    "The endpoint event names another origin: "
                            + link.secrets.mask(target)
                            + ". Nothing was sent there.");
        } else {
            endpoint = target;
            opened.complete(Optional.empty());
        }
        return true;
    }

    private void fail(String code, String text) {
        opened.complete(Optional.of(WireFault.of(Kind.PROTOCOL, code, text)));
        cancel();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }
}
