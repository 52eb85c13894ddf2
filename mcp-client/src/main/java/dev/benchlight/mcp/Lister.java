package dev.benchlight.mcp;

import dev.benchlight.mcp.Pages.ListKind;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.rpc.Spans;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/// Lists what a server has of one kind, page by page, and answers from memory for as long as the
/// server says that it holds ("Caching", 2026-07-28). Thread-safe.
final class Lister<T> {
    private final ListKind<T> kind;
    private final Around around;
    private final Function<? super T, Optional<String>> unfit;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Kept<T> kept;

    /// A listing that ended at a limit, to be gone on with.
    private volatile @Nullable Pages<T> stopped;

    private volatile boolean goesOn;
    private volatile int rounds = 1;

    /// A listing, and until when it holds by [System#nanoTime].
    ///
    /// @param credentials that it was had with
    private record Kept<T>(Listing<T> listing, long until, String credentials) {
        /// "Caches MUST NOT be shared across authorization contexts."
        boolean isFor(String others) {
            return listing.cacheHints().scope() == CacheHints.Scope.PUBLIC
                    || credentials.equals(others);
        }
    }

    /// What the listings of a session share.
    ///
    /// @param credentials of whoever asks now, or empty
    record Around(
            RpcPeer peer,
            Spans spans,
            SessionStatus status,
            Limits limits,
            Supplier<String> credentials,
            Sender sender) {}

    /// What requests carry now to say who asks; what was configured for good does not count.
    static Supplier<String> credentials(ServerConfig config, SessionOptions options) {
        return switch (config) {
            case ServerConfig.Http http ->
                    () ->
                            options.authorization()
                                    .headers("POST", http.url(), false)
                                    .getOrDefault("Authorization", "");
            case ServerConfig.Stdio _ -> () -> "";
        };
    }

    /// Sends a request of the session.
    interface Sender {
        Call<JsonNode> send(RpcRequest<JsonNode> request, CallOptions options, TraceId trace);
    }

    /// @param unfit why an entry must be left out, or empty
    Lister(ListKind<T> kind, Around around, Function<? super T, Optional<String>> unfit) {
        this.kind = kind;
        this.around = around;
        this.unfit = unfit;
    }

    /// What was listed holds no longer.
    void forget() {
        changes.incrementAndGet();
        kept = null;
    }

    /// As [#forget], if that is what a notification says.
    void told(String method) {
        if (method.equals("notifications/" + kind.capability() + "/list_changed")) {
            forget();
        }
    }

    boolean lists(String method) {
        return kind.method().equals(method);
    }

    /// Has the next listing go on where a limit stopped the last one, and those after it come as
    /// far.
    void goOn() {
        if (stopped != null) {
            goesOn = true;
        }
    }

    Call<Listing<T>> list(CallOptions options) {
        if (!around.status().offers(kind.capability())) {
            return notOffered(options);
        }
        Kept<T> known = kept;
        long left = known == null ? 0 : known.until() - System.nanoTime();
        if (known != null && left > 0 && known.isFor(around.credentials().get())) {
            return remembered(known.listing(), Duration.ofNanos(left), options);
        }
        int before = changes.get();
        Pages<T> earlier = takeStopped();
        String cursor = earlier == null ? null : earlier.goOn();
        Pages<T> pages =
                earlier == null || cursor == null
                        ? new Pages<>(kind, around.limits(), unfit, rounds)
                        : earlier;
        Call<JsonNode> first =
                around.sender().send(Requests.page(kind, cursor), options, options.trace());
        return SteppedCall.start(
                first.span(),
                first.trace(),
                kind.method(),
                () -> gather(pages, first, before, options));
    }

    /// The listing to go on with, for one caller, or null.
    private synchronized @Nullable Pages<T> takeStopped() {
        Pages<T> earlier = goesOn ? stopped : null;
        if (earlier != null) {
            rounds++;
        }
        goesOn = false;
        stopped = null;
        return earlier;
    }

    private Outcome<Listing<T>> done(Pages<T> pages) {
        Listing<T> listing = pages.listing();
        stopped = listing.canGoOn() ? pages : null;
        return new Outcome.Ok<>(listing);
    }

    /// A listing that is not asked for, since the server declared that it has none.
    private Call<Listing<T>> notOffered(CallOptions options) {
        String text =
                "the server offers no "
                        + kind.capability()
                        + ": it did not declare that capability, so "
                        + kind.method()
                        + " was not sent";
        Problem problem = Problem.of("capability-missing", Layer.PROTOCOL, text);
        return around.peer()
                .unsent(kind.method(), options, new Outcome.ProtocolViolation<>(problem));
    }

    private Call<Listing<T>> remembered(Listing<T> listing, Duration left, CallOptions options) {
        TraceId trace = options.trace();
        SpanContext parent = options.parent();
        SpanId above = parent == null ? null : parent.span();
        SpanId span = around.spans().start(trace, above, SpanKind.REQUEST, kind.method(), "");
        String text =
                "not sent: the last answer holds for another %.1f s (ttlMs)"
                        .formatted(left.toMillis() / 1_000.0);
        around.spans().note(span, SpanNote.Type.STEP, text, null, null);
        String summary = listing.items().size() + " from memory";
        around.spans().end(span, SpanStatus.OK, summary, 0, 0);
        return new EndedCall<>(span, trace, new Outcome.Ok<>(listing.fromMemory()));
    }

    private Outcome<Listing<T>> gather(
            Pages<T> pages, Call<JsonNode> first, int before, CallOptions options) {
        Call<JsonNode> call = first;
        long until = Long.MAX_VALUE;
        long start = System.nanoTime();
        while (true) {
            switch (call.await()) {
                case Outcome.Ok<JsonNode>(JsonNode page) -> {
                    long age = System.nanoTime() - start;
                    until = Math.min(until, age + CacheHints.of(page).ttl().toNanos());
                    String cursor = pages.add(page, call.metrics().bytesReceived());
                    if (cursor == null) {
                        keep(pages.listing(), start + until, before);
                        return done(pages);
                    }
                    call =
                            around.sender()
                                    .send(Requests.page(kind, cursor), options, first.trace());
                }
                case Outcome.Cancelled<JsonNode> cancelled -> {
                    return cancelled.map(page -> pages.listing());
                }
                case Outcome.NotOk<JsonNode> failed -> {
                    if (call.span().equals(first.span())) {
                        return failed.map(page -> pages.listing());
                    }
                    pages.stop(
                            "page-failed", "a page could not be had", failed.problem().message());
                    return new Outcome.Ok<>(pages.listing());
                }
            }
        }
    }

    /// Keeps a listing, unless it is of no use or was overtaken by a change.
    private void keep(Listing<T> listing, long until, int before) {
        boolean modern = around.status().era().filter(Era.MODERN::equals).isPresent();
        if (modern && listing.complete() && until - System.nanoTime() > 0) {
            kept = new Kept<>(listing, until, around.credentials().get());
            if (changes.get() != before) {
                kept = null;
            }
        }
    }
}
