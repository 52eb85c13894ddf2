package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.rpc.Outcome.NotOk;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Sorts what comes in: answers to their calls, the server's requests and notifications to who
/// handles them, and all that is against the protocol into the open. Thread-safe.
final class Inbound implements WireListener {
    private static final byte[] NOTHING = new byte[0];

    private final MessageJson reader;
    private final PendingCalls pending;
    private final ServerRequests asked;
    private final Deliveries deliveries;
    private final PeerListener listener;
    private final Consumer<WireFault> ender;
    private final SpreadMessage spread;
    private final Violations violations;
    private final Answers answers;
    private final Notifications notifications;
    private volatile boolean batches;
    private volatile boolean requests = true;

    Inbound(
            MessageJson reader,
            Spans spans,
            PendingCalls pending,
            ServerRequests asked,
            Deliveries deliveries,
            PeerListener listener,
            Wire wire,
            Consumer<WireFault> ender) {
        this.reader = reader;
        this.pending = pending;
        this.asked = asked;
        this.deliveries = deliveries;
        this.listener = listener;
        this.ender = ender;
        spread = new SpreadMessage(reader);
        violations = new Violations(spans, listener, pending.ticker());
        answers = new Answers(spans, pending, violations, wire);
        notifications = new Notifications(spans, pending, asked, listener, violations);
    }

    void receiveBatches(boolean allowed) {
        batches = allowed;
    }

    void takeRequests(boolean allowed) {
        requests = allowed;
    }

    void shutDown() {
        asked.shutDown();
    }

    /// The last violation seen after a moment of the [Ticker], or null.
    @Nullable String violationSince(long nanos) {
        return violations.since(nanos);
    }

    @Override
    public void message(FrameId frame, Channel channel, @Nullable SpanId exchange, byte[] bytes) {
        Origin origin = new Origin(frame, exchange, bytes.length);
        switch (reader.read(bytes)) {
            case MessageJson.Values values -> values(values, origin);
            case MessageJson.Bent(JsonNode value, String why) ->
                    answers.broken(value.path("id"), origin, "not-json", "not JSON: " + why);
            case MessageJson.OverLimit(String why) ->
                    refused(
                            frame,
                            channel,
                            exchange,
                            bytes,
                            NOTHING,
                            WireFault.of(WireFault.Kind.LIMIT, "message-over-limit", why));
            case MessageJson.NotJson(String why) -> {
                switch (channel) {
                    case STDIO -> noise(origin, bytes, why);
                    // The answer may stand in a later event of the same stream.
                    case SSE_EVENT -> violations.stray(origin, "not-json", "not JSON: " + why);
                    default ->
                            answers.broken(
                                    MissingNode.getInstance(),
                                    origin,
                                    "not-json",
                                    "not JSON: " + why);
                }
            }
        }
    }

    private void values(MessageJson.Values read, Origin origin) {
        MessageJson.Oddity oddity = read.oddity();
        if (oddity != null) {
            listener.warning(oddity.code(), oddity.message(), oddity.sample());
            violations.record(origin, oddity.code(), oddity.sample());
        }
        int count = read.values().size();
        if (count > 1) {
            listener.warning(
                    "glued-messages", "several messages stand on one line", count + " on one line");
        }
        for (JsonNode value : read.values()) {
            if (!value.isArray()) {
                dispatch(MessageReader.read(value), origin);
            } else if (batches && !value.isEmpty()) {
                value.forEach(one -> dispatch(MessageReader.read(one), origin));
            } else {
                answers.batch(value, origin);
            }
        }
    }

    private void dispatch(Message message, Origin origin) {
        switch (message) {
            case Message.Result result -> answers.result(result, origin);
            case Message.Failure error -> answers.error(error, origin);
            case Message.Request request -> asked(request, origin);
            case Message.Notification notification -> notifications.take(notification, origin);
            case Message.Violation(JsonNode id, boolean answer, String code, String text) -> {
                if (answer) {
                    answers.broken(id, origin, code, text);
                } else {
                    violations.stray(origin, code, text);
                }
            }
        }
    }

    /// Answering a request of ours that comes back would only be echoed too. A ping may well be the
    /// server's own.
    private void asked(Message.Request request, Origin origin) {
        PendingCall<?> call = pending.byId(RequestIds.exact(request.id()));
        boolean ours =
                call != null
                        && call.method().equals(request.method())
                        && !call.method().equals("ping");
        if ((call == null || !ours) && !requests) {
            violations.stray(
                    origin,
                    "request-not-allowed",
                    "a server sends no requests in this revision, but here is "
                            + Text.cut(request.method(), 100));
            return;
        }
        if (call == null || !ours) {
            asked.answer(request, origin);
            return;
        }
        answers.fail(
                call,
                origin,
                Problems.violation(
                        "echoed", "the server sent our own " + request.method() + " back"));
    }

    /// A line that is no JSON: a piece of a message, a broken one, or something else altogether.
    private void noise(Origin origin, byte[] bytes, String why) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        JsonNode whole = spread.add(text);
        if (whole != null && !whole.has("method")) {
            answers.broken(
                    whole.path("id"),
                    origin,
                    "pretty-json",
                    "a message is spread over several lines");
        }
        PendingCall<?> call = pending.byId(RequestIds.guess(bytes, NOTHING));
        if (call != null) {
            answers.fail(call, origin, Problems.violation("not-json", "not JSON: " + why));
            return;
        }
        listener.warning(
                "stdout-noise",
                "lines on standard output are not MCP messages; log to standard error instead",
                Text.cut(text, 300));
        violations.record(origin, "stdout-noise", "not a message: " + Text.cut(text, 200));
    }

    @Override
    public void refused(
            FrameId frame,
            Channel channel,
            @Nullable SpanId exchange,
            byte[] head,
            byte[] tail,
            WireFault fault) {
        Origin origin = new Origin(frame, exchange, head.length + tail.length);
        PendingCall<?> call = pending.byId(RequestIds.guess(head, tail));
        if (call == null) {
            call = pending.bySpan(exchange);
        }
        if (call == null && channel == Channel.STDIO) {
            // On a pipe shared by all it most likely was for the only one who waits.
            call = pending.only().orElse(null);
        }
        NotOk<Void> failure = Problems.outcome(fault.kind(), Problems.of(fault));
        listener.warning(fault.code(), "messages were refused", fault.message());
        if (call == null || !answers.fail(call, origin, failure)) {
            violations.record(origin, fault.code(), fault.message());
        }
    }

    @Override
    public void warning(String code, String message, String sample) {
        listener.warning(code, message, sample);
    }

    @Override
    public void stderr(String line) {
        listener.stderr(line);
    }

    @Override
    public void exchangeEnded(SpanId exchange, Optional<WireFault> fault) {
        deliveries.settle(exchange, fault);
        PendingCall<?> call = pending.bySpan(exchange);
        if (call == null || !pending.remove(call)) {
            return;
        }
        if (call.isStanding()) {
            endStanding(call, fault);
            return;
        }
        // Over HTTP nothing else tells that the server is gone. What is still under way may yet be
        // answered, and else tells by its own end.
        fault.filter(Problems::isGone).filter(f -> pending.awaited().isEmpty()).ifPresent(ender);
        String seen = violations.since(call.started());
        call.fail(
                fault.<NotOk<Void>>map(f -> Problems.outcome(f.kind(), Problems.of(f)))
                        .orElseGet(() ->
                                Problems.violation(
                                        "no-answer",
                                        "the response ended without the answer to "
                                                + call.method()
                                                + (seen == null ? "" : "; " + seen))),
                0);
    }

    /// That the stream of a standing call ends is its end, and no fault; nor is the server gone
    /// because it cannot be opened.
    private static void endStanding(PendingCall<?> call, Optional<WireFault> fault) {
        if (fault.isEmpty() || fault.get().code().equals("stream-ended")) {
            call.over();
        } else {
            WireFault why = fault.get();
            call.fail(Problems.outcome(why.kind(), Problems.of(why)), 0);
        }
    }

    @Override
    public void held(SpanId request, boolean holds) {
        PendingCall<?> call = pending.bySpan(request);
        if (call != null) {
            call.hold(holds);
        }
    }

    @Override
    public boolean awaiting(SpanId request) {
        return pending.bySpan(request) != null;
    }

    @Override
    public @Nullable SpanContext contextOf(SpanId request) {
        PendingCall<?> call = pending.bySpan(request);
        return call == null ? null : new SpanContext(call.trace(), call.span());
    }

    @Override
    public void closed(WireFault reason) {
        ender.accept(reason);
    }
}
