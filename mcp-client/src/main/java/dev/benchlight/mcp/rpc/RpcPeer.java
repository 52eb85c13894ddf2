package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.rpc.Outcome.Cancelled;
import dev.benchlight.mcp.rpc.Outcome.NotOk;
import dev.benchlight.mcp.rpc.Outcome.TimedOut;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// JSON-RPC 2.0 with one other side: requests with deadlines, notifications, and answers to what
/// the other side asks. Thread-safe; no method blocks.
public final class RpcPeer {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final WireFault CLOSED =
            WireFault.of(WireFault.Kind.TRANSPORT, "session-closed", "the session was closed");
    private static final WireFault NOT_OPEN =
            WireFault.of(
                    WireFault.Kind.TRANSPORT, "not-connected", "the session was not connected");

    /// How soon deadlines are looked at again: one may move along with the time that is held.
    private static final long SOONEST = Duration.ofMillis(1).toNanos();

    /// Of them, the last that says anything is shown.
    private static final int LAST_LINES = 20;

    private final Wire wire;
    private final Spans spans;
    private final PendingCalls pending;
    private final PeerListener listener;
    private final Deadlines deadlines;
    private final Deliveries deliveries;
    private final Inbound inbound;
    private final AtomicReference<@Nullable WireFault> end = new AtomicReference<>(NOT_OPEN);
    private volatile Envelope envelope = Envelope.PLAIN;

    public RpcPeer(Wire wire, Spans spans, Limits limits, PeerListener listener) {
        this(wire, spans, limits, listener, Ticker.SYSTEM);
    }

    /// As the other, with deadlines by a clock of the caller's.
    RpcPeer(Wire wire, Spans spans, Limits limits, PeerListener listener, Ticker ticker) {
        this.wire = wire;
        this.spans = spans;
        this.listener = listener;
        pending = new PendingCalls(ticker.holding(wire::heldNanos));
        deadlines = new Deadlines("deadlines of " + spans.where(), ticker, this::expire);
        deliveries = new Deliveries(spans);
        ServerRequests asked =
                new ServerRequests(
                        spans,
                        pending,
                        listener,
                        deliveries,
                        this::respond,
                        call -> deadlines.expect(call.deadline()));
        inbound =
                new Inbound(
                        new MessageJson(limits),
                        spans,
                        pending,
                        asked,
                        deliveries,
                        listener,
                        wire,
                        this::ended);
        deadlines.start();
    }

    /// What the wire must tell.
    public WireListener wireListener() {
        return new SturdyListener(inbound);
    }

    /// Requests may go out from now on; before, and after its end, each fails at once.
    public void opened() {
        end.compareAndSet(NOT_OPEN, null);
    }

    /// Whether requests may go out now.
    public boolean isOpen() {
        return end.get() == null;
    }

    /// Whether several messages in one array are taken, as the revision agreed on says.
    public void receiveBatches(boolean allowed) {
        inbound.receiveBatches(allowed);
    }

    /// What requests carry from now on.
    public void wrapIn(Envelope newEnvelope) {
        envelope = newEnvelope;
        inbound.takeRequests(newEnvelope.takesRequests());
    }

    /// Sends a request and starts its deadlines.
    ///
    /// @param trace the tree that the call's span belongs to
    public <T> Call<T> request(RpcRequest<T> request, CallOptions options, TraceId trace) {
        long id = pending.nextId();
        SpanContext parent = options.parent();
        SpanId above = parent == null ? null : parent.span();
        Moment began = Moment.now();
        SpanId span =
                spans.start(
                        trace, above, SpanKind.REQUEST, request.method(), request.name(), began);
        PendingCall<T> call =
                new PendingCall<>(
                        id,
                        new SpanContext(trace, span),
                        began,
                        request,
                        options,
                        spans,
                        this::cancel,
                        pending.ticker());
        Envelope around = envelope;
        byte[] bytes = encode(id, request, around.meta(new SpanContext(trace, span)));
        call.sent(bytes.length);
        pending.add(call);
        WireFault over = end.get();
        if (over != null) {
            fail(call, over);
            return call;
        }
        deadlines.expect(call.deadline());
        wire.send(
                new WireMessage(
                        WireMessage.Kind.REQUEST,
                        span,
                        request.method(),
                        request.name(),
                        around.headers(request),
                        bytes));
        return call;
    }

    /// A request that there is no sense in sending: recorded, and over at once.
    public <T> Call<T> unsent(String method, CallOptions options, Outcome.NotOk<T> outcome) {
        TraceId trace = options.trace();
        SpanContext parent = options.parent();
        SpanId above = parent == null ? null : parent.span();
        SpanId span = spans.start(trace, above, SpanKind.REQUEST, method, "");
        spans.end(span, Problems.status(outcome), outcome.problem().message(), 0, 0);
        return new EndedCall<>(span, trace, outcome);
    }

    /// Sends a notification. Its span ends when it was delivered, or was not.
    public void notify(
            String method, @Nullable JsonNode params, TraceId trace, @Nullable SpanId parent) {
        ObjectNode json = message();
        json.put("method", method);
        if (params != null) {
            json.set("params", params);
        }
        SpanId span = spans.start(trace, parent, SpanKind.NOTIFICATION, method, "");
        byte[] bytes = MAPPER.writeValueAsBytes(json);
        deliveries.expect(span, SpanStatus.OK, "", bytes.length, 0);
        wire.send(new WireMessage(WireMessage.Kind.NOTIFICATION, span, method, "", bytes));
    }

    /// Ends every call as cancelled, and every later one too; as failed, where the wire has ended
    /// before.
    public void shutDown() {
        boolean first = end.compareAndSet(null, CLOSED) || end.compareAndSet(NOT_OPEN, CLOSED);
        WireFault over = first ? null : end.get();
        deadlines.stop();
        for (PendingCall<?> call : pending.all()) {
            if (over != null) {
                fail(call, over);
            } else if (pending.remove(call)) {
                String text = call.method() + " was cancelled: the session was closed";
                call.fail(new Cancelled<>(Problem.of("cancelled", Layer.INPUT, text)), 0);
            }
        }
        inbound.shutDown();
        deliveries.shutDown();
    }

    private static <T> byte[] encode(
            long id, RpcRequest<T> request, Map<String, JsonNode> additions) {
        ObjectNode json = message();
        json.put("id", id);
        json.put("method", request.method());
        JsonNode params = request.params();
        if ((request.progress() || !additions.isEmpty()) && takesMeta(params)) {
            ObjectNode whole =
                    params instanceof ObjectNode object
                            ? object.deepCopy()
                            : JsonNodeFactory.instance.objectNode();
            ObjectNode meta = whole.withObjectProperty("_meta");
            additions.forEach(meta::putIfAbsent);
            if (request.progress()) {
                meta.put("progressToken", id);
            }
            json.set("params", whole);
        } else if (params != null) {
            json.set("params", params);
        }
        return MAPPER.writeValueAsBytes(json);
    }

    /// Whether `_meta` can be added to without putting it in the place of what was given.
    private static boolean takesMeta(@Nullable JsonNode params) {
        return params == null
                || (params.isObject() && (!params.has("_meta") || params.path("_meta").isObject()));
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    }

    private void respond(SpanId span, byte[] bytes) {
        wire.send(new WireMessage(WireMessage.Kind.RESPONSE, span, "", "", bytes));
    }

    private void cancel(PendingCall<?> call) {
        if (pending.giveUp(call, "was cancelled")) {
            tellCancelled(call, "cancelled by the user");
            call.fail(
                    new Cancelled<>(
                            Problem.of("cancelled", Layer.INPUT, call.method() + " was cancelled")),
                    0);
        }
    }

    private void tellCancelled(PendingCall<?> call, String reason) {
        if (end.get() == null && envelope.tellsCancel() && !call.method().equals("initialize")) {
            ObjectNode params = JsonNodeFactory.instance.objectNode();
            params.put("requestId", call.id()).put("reason", reason);
            notify("notifications/cancelled", params, call.trace(), call.span());
        }
        wire.abandon(call.span());
    }

    private long expire(long now) {
        long next = Long.MAX_VALUE;
        for (PendingCall<?> call : pending.all()) {
            long left = call.deadline() - now;
            if (left > 0) {
                next = Math.min(next, Math.max(left, SOONEST));
            } else if (pending.giveUp(call, "timed out")) {
                tellCancelled(call, "timed out");
                call.fail(timedOut(call, now), 0);
            }
        }
        return next;
    }

    private NotOk<Void> timedOut(PendingCall<?> call, long now) {
        boolean maximum = call.reachedMaximum(now);
        Duration limit = maximum ? call.options().maximum() : call.options().idle();
        String text =
                "no answer to "
                        + call.method()
                        + (maximum ? " in " : " and no progress for ")
                        + Text.seconds(limit);
        String violation = inbound.violationSince(call.started());
        if (violation != null) {
            text += "; meanwhile the server broke the protocol: " + violation;
        }
        Problem problem = Problem.of("timed-out", Layer.TRANSPORT, text);
        List<String> hints = new ArrayList<>();
        long unfinished = wire.unfinished();
        if (unfinished > 0) {
            hints.add(
                    "%,d bytes without a line end are waiting; each message must end with a line feed"
                            .formatted(unfinished));
        }
        wire.stderrTail(LAST_LINES).stream()
                .filter(line -> !line.isBlank())
                .reduce((_, later) -> later)
                .ifPresent(last ->
                        hints.add("the last line on standard error was: " + Text.cut(last, 300)));
        return new TimedOut<>(
                hints.isEmpty() ? problem : problem.withHint(String.join("; ", hints)));
    }

    /// What is true of the session is set before its calls hear of it.
    private void ended(WireFault fault) {
        end.set(fault);
        deliveries.giveUp(fault);
        listener.closed(Problems.of(fault));
        for (PendingCall<?> call : pending.all()) {
            fail(call, fault);
        }
        deadlines.stop();
    }

    private void fail(PendingCall<?> call, WireFault fault) {
        if (pending.remove(call)) {
            Problem problem = Problems.of(fault);
            String cause = problem.message().replaceFirst("\\.$", "");
            String message = cause + " during " + call.method();
            call.fail(
                    Problems.outcome(
                            fault.kind(),
                            new Problem(
                                    problem.code(),
                                    problem.layer(),
                                    message,
                                    problem.hint(),
                                    problem.details())),
                    0);
        }
    }
}
