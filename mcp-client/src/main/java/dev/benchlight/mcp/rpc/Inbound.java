package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.rpc.Outcome.NotOk;
import dev.benchlight.mcp.rpc.Outcome.RpcError;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Sorts what comes in: answers to their calls, the server's requests and notifications to who
/// handles them, and all that is against the protocol into the open. Thread-safe.
final class Inbound implements WireListener {
    private final JsonReader reader;
    private final Spans spans;
    private final PendingCalls pending;
    private final ServerRequests asked;
    private final PeerListener listener;
    private final Wire wire;
    private final Consumer<WireFault> ender;
    private final SpreadMessage spread;
    private volatile boolean batches;
    private volatile @Nullable Noted lastViolation;

    /// A violation and when it was seen, by [System#nanoTime()].
    private record Noted(String text, long nanos) {}

    /// Where a message came from.
    private record Origin(FrameId frame, @Nullable SpanId exchange, long length) {}

    Inbound(
            JsonReader reader,
            Spans spans,
            PendingCalls pending,
            ServerRequests asked,
            PeerListener listener,
            Wire wire,
            Consumer<WireFault> ender) {
        this.reader = reader;
        this.spans = spans;
        this.pending = pending;
        this.asked = asked;
        this.listener = listener;
        this.wire = wire;
        this.ender = ender;
        this.spread = new SpreadMessage(reader);
    }

    void receiveBatches(boolean allowed) {
        batches = allowed;
    }

    void shutDown() {
        asked.shutDown();
    }

    /// The last violation seen after a moment of [System#nanoTime()], or null.
    @Nullable String violationSince(long nanos) {
        Noted noted = lastViolation;
        return noted != null && noted.nanos() - nanos >= 0 ? noted.text() : null;
    }

    @Override
    public void message(FrameId frame, Channel channel, @Nullable SpanId exchange, byte[] bytes) {
        Origin origin = new Origin(frame, exchange, bytes.length);
        switch (reader.read(bytes)) {
            case JsonReader.Values(var values, JsonReader.Oddity oddity) -> {
                if (oddity != null) {
                    listener.warning(oddity.code(), oddity.message(), oddity.sample());
                    violation(origin, oddity.code(), oddity.sample());
                }
                if (values.size() > 1) {
                    listener.warning(
                            "glued-messages",
                            "several messages stand on one line",
                            values.size() + " on one line");
                }
                values.forEach(value -> value(value, origin));
            }
            case JsonReader.Bent(JsonNode value, String why) ->
                    broken(value.path("id"), origin, "not-json", "not JSON: " + why);
            case JsonReader.OverLimit(String why) ->
                    refused(
                            frame,
                            exchange,
                            bytes,
                            new byte[0],
                            WireFault.of(WireFault.Kind.LIMIT, "message-over-limit", why));
            case JsonReader.NotJson(String why) -> notJson(origin, channel, bytes, why);
        }
    }

    private void value(JsonNode value, Origin origin) {
        if (!value.isArray()) {
            dispatch(MessageReader.read(value), origin);
        } else if (batches && !value.isEmpty()) {
            value.forEach(one -> dispatch(MessageReader.read(one), origin));
        } else {
            String text = "several messages in one array, which this revision does not have";
            boolean matched = false;
            for (JsonNode one : value) {
                PendingCall<?> call = pending.byId(RequestIds.exact(one.path("id")));
                if (call != null && !one.has("method")) {
                    matched |= fail(call, origin, Problems.violation("batch", text));
                }
            }
            if (!matched) {
                stray(origin, "batch", text);
            }
        }
    }

    private void dispatch(Message message, Origin origin) {
        switch (message) {
            case Message.Result(JsonNode id, JsonNode result) -> {
                PendingCall<?> call = take(id, origin);
                if (call != null) {
                    wire.answered(call.span());
                    linkAnswer(call, origin);
                    call.answer(result, origin.length());
                }
            }
            case Message.Failure error -> error(error, origin);
            case Message.Request request -> asked.answer(request, origin.frame(), origin.length());
            case Message.Notification(String method, JsonNode params) ->
                    notification(method, params, origin);
            case Message.Violation(JsonNode id, boolean answers, String code, String text) -> {
                if (answers) {
                    broken(id, origin, code, text);
                } else {
                    stray(origin, code, text);
                }
            }
        }
    }

    private void error(Message.Failure error, Origin origin) {
        boolean anonymous = error.id().isMissingNode() || error.id().isNull();
        PendingCall<?> call =
                anonymous ? pending.bySpan(origin.exchange()) : take(error.id(), origin);
        if (anonymous && (call == null || !pending.remove(call))) {
            stray(
                    origin,
                    "error-without-id",
                    "an error that answers no request: " + Text.cut(error.message(), 200));
            return;
        }
        if (call != null) {
            ObjectNode details = JsonNodeFactory.instance.objectNode();
            details.put("code", error.code()).put("message", error.message());
            if (error.data() != null) {
                details.set("data", error.data());
            }
            Problem problem =
                    Problem.of(
                                    "rpc-error",
                                    Layer.RPC,
                                    "the server answered with error "
                                            + error.code()
                                            + ": "
                                            + error.message())
                            .withDetails(details);
            linkAnswer(call, origin);
            call.fail(
                    new RpcError<>(error.code(), error.message(), error.data(), problem),
                    origin.length());
        }
    }

    /// The call an answer is for, no longer pending; otherwise says what is wrong with the id.
    private @Nullable PendingCall<?> take(JsonNode id, Origin origin) {
        OptionalLong exact = RequestIds.exact(id);
        PendingCall<?> call = pending.byId(exact);
        if (call != null) {
            return pending.remove(call) ? call : null;
        }
        PendingCall<?> meant = pending.byId(RequestIds.swapped(id));
        if (meant != null) {
            fail(
                    meant,
                    origin,
                    Problems.violation(
                            "id-type-changed",
                            "request " + meant.id() + " was answered under the id " + id));
            return null;
        }
        PendingCalls.GivenUp late =
                exact.isPresent() ? pending.takeGivenUp(exact.getAsLong()) : null;
        if (late != null) {
            SpanId span =
                    spans.start(late.trace(), late.span(), SpanKind.VIOLATION, "late-answer", "");
            spans.note(span, SpanNote.Type.RESPONSE_FRAME, "", null, origin.frame());
            String text = "late, ignored: " + late.method() + " " + late.why() + " before";
            spans.end(span, SpanStatus.OK, text, 0, origin.length());
            return null;
        }
        boolean again = exact.isPresent() && pending.everSent(exact.getAsLong());
        if (again) {
            stray(origin, "duplicate-id", "a second answer to request " + id + ", ignored");
        } else {
            stray(
                    origin,
                    "unknown-id",
                    "an answer to no request of ours (id " + Text.cut(id + "", 80) + "), ignored");
        }
        return null;
    }

    private void notification(String method, JsonNode params, Origin origin) {
        if (method.equals("notifications/progress") && progress(params, origin)) {
            listener.notified(method, params);
            return;
        }
        SpanId span = spans.start(TraceId.random(), null, SpanKind.SERVER_NOTIFICATION, method, "");
        spans.note(span, SpanNote.Type.REQUEST_FRAME, "", null, origin.frame());
        if (method.equals("notifications/message")) {
            log(params, origin);
        } else if (method.equals("notifications/cancelled")) {
            asked.cancelled(params.path("requestId"));
        }
        spans.end(span, SpanStatus.OK, Text.cut(summary(params), 200), 0, origin.length());
        listener.notified(method, params);
    }

    private static String summary(JsonNode params) {
        return params.isMissingNode() ? "" : params.toString();
    }

    private boolean progress(JsonNode params, Origin origin) {
        PendingCall<?> call = pending.byToken(params.path("progressToken"));
        if (call == null) {
            return false;
        }
        call.heardOf();
        JsonNode total = params.path("total");
        Progress progress =
                new Progress(
                        params.path("progress").asDouble(0),
                        total.isNumber()
                                ? OptionalDouble.of(total.asDouble())
                                : OptionalDouble.empty(),
                        params.path("message").stringValueOpt().orElse(null));
        String text = progress.message() == null ? "" : " " + progress.message();
        spans.note(
                call.span(),
                SpanNote.Type.PROGRESS,
                params.path("progress")
                        + (total.isNumber() ? " of " + total : "")
                        + Text.cut(text, 200),
                params.toString(),
                origin.frame());
        call.options().progress().accept(progress);
        return true;
    }

    private void log(JsonNode params, Origin origin) {
        PendingCall<?> inExchange = pending.bySpan(origin.exchange());
        Optional<PendingCall<?>> call =
                inExchange != null ? Optional.of(inExchange) : pending.only();
        call.ifPresent(owner ->
                spans.note(
                        owner.span(),
                        SpanNote.Type.LOG,
                        params.path("level").asString("") + " " + params.path("data"),
                        params.toString(),
                        origin.frame()));
    }

    private void notJson(Origin origin, Channel channel, byte[] bytes, String why) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (channel == Channel.SSE_EVENT) {
            // The answer may stand in a later event of the same stream.
            stray(origin, "not-json", "not JSON: " + why);
            return;
        }
        if (channel != Channel.STDIO) {
            broken(MissingNode.getInstance(), origin, "not-json", "not JSON: " + why);
            return;
        }
        JsonNode whole = spread.add(text);
        if (whole != null && !whole.has("method")) {
            broken(
                    whole.path("id"),
                    origin,
                    "pretty-json",
                    "a message is spread over several lines");
        }
        OptionalLong guess = RequestIds.guess(bytes, new byte[0]);
        PendingCall<?> call = pending.byId(guess);
        if (call != null) {
            fail(call, origin, Problems.violation("not-json", "not JSON: " + why));
            return;
        }
        listener.warning(
                "stdout-noise",
                "lines on standard output are not MCP messages; log to standard error instead",
                Text.cut(text, 300));
        violation(origin, "stdout-noise", "not a message: " + Text.cut(text, 200));
    }

    /// Something meant as an answer: fails its call at once where that can be told.
    private void broken(JsonNode id, Origin origin, String code, String text) {
        PendingCall<?> call = pending.byId(RequestIds.exact(id));
        if (call == null) {
            call = pending.byId(RequestIds.swapped(id));
        }
        if (call == null) {
            call = pending.bySpan(origin.exchange());
        }
        if (call == null || !fail(call, origin, Problems.violation(code, text))) {
            stray(origin, code, text);
        }
    }

    private boolean fail(PendingCall<?> call, Origin origin, NotOk<Void> failure) {
        if (!pending.remove(call)) {
            return false;
        }
        linkAnswer(call, origin);
        return call.fail(failure, origin.length());
    }

    private void linkAnswer(PendingCall<?> call, Origin origin) {
        spans.note(call.span(), SpanNote.Type.RESPONSE_FRAME, "", null, origin.frame());
    }

    private void stray(Origin origin, String code, String text) {
        listener.warning("protocol-violation", "messages break the protocol", text);
        violation(origin, code, text);
    }

    private void violation(Origin origin, String code, String text) {
        lastViolation = new Noted(text, System.nanoTime());
        spans.violation(code, text, origin.frame(), origin.length());
    }

    @Override
    public void refused(
            FrameId frame, @Nullable SpanId exchange, byte[] head, byte[] tail, WireFault fault) {
        Origin origin = new Origin(frame, exchange, head.length + tail.length);
        PendingCall<?> call = pending.byId(RequestIds.guess(head, tail));
        if (call == null) {
            call = pending.bySpan(exchange);
        }
        if (call == null) {
            call = pending.only().orElse(null);
        }
        NotOk<Void> failure = Problems.outcome(fault.kind(), Problems.of(fault));
        listener.warning(fault.code(), "messages were refused", fault.message());
        if (call == null || !fail(call, origin, failure)) {
            violation(origin, fault.code(), fault.message());
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
        PendingCall<?> call = pending.bySpan(exchange);
        if (call == null || !pending.remove(call)) {
            return;
        }
        String seen = violationSince(call.started());
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

    @Override
    public boolean awaiting(SpanId request) {
        return pending.bySpan(request) != null;
    }

    @Override
    public void closed(WireFault reason) {
        ender.accept(reason);
    }
}
