package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;

import okhttp3.Response;

import okio.BufferedSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Reads event streams of one exchange, or of the listening stream, one after the other when they
/// are resumed. Used by one thread.
final class EventStream {
    private static final Duration SHORTEST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    private static final int SAMPLE = 1_024;
    private static final int LONGEST_ID = 4_096;

    /// How long a server may take to end its stream once the answer came.
    private static final long LINGER_MILLIS = 1_000;

    private final Link link;
    private final @Nullable SpanId exchange;
    private final Predicate<SseEvent> others;
    private @Nullable String lastEventId;
    private Duration retry = Duration.ofSeconds(1);
    private boolean delivered;
    private boolean warnedOfId;

    EventStream(Link link, @Nullable SpanId exchange) {
        this(link, exchange, event -> false);
    }

    /// @param others takes events that are no messages; says whether it knows their type
    EventStream(Link link, @Nullable SpanId exchange, Predicate<SseEvent> others) {
        this.link = link;
        this.exchange = exchange;
        this.others = others;
    }

    /// The id to resume after, or null.
    @Nullable String lastEventId() {
        return lastEventId;
    }

    /// How long to wait before connecting again: after the server's `retry`, twice as long after
    /// each try in vain, within bounds.
    Duration backoff(int vain) {
        return bounded(retry.multipliedBy(1L << vain));
    }

    /// Whether a message came since [#startAgain].
    boolean delivered() {
        return delivered;
    }

    void startAgain() {
        delivered = false;
    }

    /// Reads until the stream ends and closes it.
    ///
    /// @return why it ended early, or null where the server ended it
    @Nullable WireFault read(Response response) {
        SseParser parser = new SseParser(link.limits.messageBytes(), this::take);
        byte[] buffer = new byte[8_192];
        long received = 0;
        try (BufferedSource source = BodyReader.decoded(response)) {
            int count;
            while ((count = source.read(buffer)) >= 0) {
                received += count;
                parser.feed(buffer, 0, count);
                if (answered()) {
                    source.timeout().timeout(LINGER_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            reportRest(parser);
            return null;
        } catch (IOException e) {
            reportCut(parser);
            return answered() ? null : link.faults.inBody(e, received);
        } catch (SseParser.TooLargeException e) {
            return refuse(parser);
        }
    }

    private boolean answered() {
        return exchange != null && delivered && !link.listener.awaiting(exchange);
    }

    private void take(SseEvent event) {
        FrameId frame =
                link.frames.event(exchange, event.raw(), event.raw().length, event.offset());
        if (event.id() != null) {
            takeId(event.id());
        }
        Duration asked = event.retry();
        if (asked != null) {
            retry = bounded(asked);
        }
        if (!event.hasData()) {
            return;
        }
        if (!event.type().equals("message")) {
            if (others.test(event)) {
                return;
            }
            link.listener.warning(
                    "unknown-event",
                    "the server sent events of a type that MCP does not know",
                    event.type());
            return;
        }
        delivered = true;
        link.listener.message(frame, Channel.SSE_EVENT, exchange, event.data());
    }

    /// Keeps an id to resume after. Where it cannot be sent none is kept, for resuming after the
    /// one before would bring again what came since.
    private void takeId(String id) {
        if (fitsHeader(id)) {
            lastEventId = id;
            return;
        }
        lastEventId = null;
        if (!warnedOfId) {
            warnedOfId = true;
            link.listener.warning(
                    "bad-event-id",
                    "the server sent an event id that no header can carry, so a broken stream"
                            + " cannot be resumed",
                    id.substring(0, Math.min(SAMPLE, id.length())));
        }
    }

    /// Whether an id can be sent back as `Last-Event-ID`.
    private static boolean fitsHeader(String id) {
        return id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c <= 0x7E));
    }

    /// Where nobody waits for the answer any more it was we who closed the stream.
    private void reportCut(SseParser parser) {
        if (exchange == null || link.listener.awaiting(exchange)) {
            reportRest(parser);
        } else if (parser.rest().length > 0) {
            recordRest(parser);
        }
    }

    private void recordRest(SseParser parser) {
        byte[] rest = parser.rest();
        link.frames.event(exchange, rest, rest.length, parser.restOffset());
    }

    private void reportRest(SseParser parser) {
        byte[] rest = parser.rest();
        if (rest.length > 0) {
            recordRest(parser);
            link.listener.warning(
                    "event-cut",
                    "an event stream ended within an event",
                    new String(rest, 0, Math.min(SAMPLE, rest.length), UTF_8));
        }
    }

    private WireFault refuse(SseParser parser) {
        byte[] rest = parser.rest();
        byte[] head = Arrays.copyOf(rest, Math.min(SAMPLE, rest.length));
        WireFault fault = tooLarge("event", link.limits.messageBytes());
        FrameId frame = link.frames.event(exchange, head, rest.length, parser.restOffset());
        link.listener.refused(frame, Channel.SSE_EVENT, exchange, head, new byte[0], fault);
        return fault;
    }

    static WireFault tooLarge(String what, int limit) {
        return WireFault.of(
                Kind.LIMIT,
                "message-too-large",
                "The server sent "
                        + (what.startsWith("e") ? "an " : "a ")
                        + what
                        + " over the limit of "
                        + limit
                        + " bytes for one message (limit messageBytes).");
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(SHORTEST_RETRY) < 0
                ? SHORTEST_RETRY
                : asked.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : asked;
    }
}
