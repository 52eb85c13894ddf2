package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Answers what the server asks: each on a virtual thread of its own, so many at once and no more.
/// Thread-safe.
final class ServerRequests {
    private static final int AT_ONCE = 32;
    private static final int INVALID_REQUEST = -32600;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Calls that a server asks something for.
    private static final Set<String> MAY_ASK =
            Set.of("tools/call", "prompts/get", "resources/read", "tasks/result");

    private final Spans spans;
    private final PendingCalls pending;
    private final PeerListener listener;
    private final Deliveries deliveries;
    private final BiConsumer<SpanId, byte[]> sender;
    private final Consumer<PendingCall<?>> released;
    private final Map<JsonNode, Answering> running = new ConcurrentHashMap<>();

    /// @param released told of each call whose idle time runs again
    ServerRequests(
            Spans spans,
            PendingCalls pending,
            PeerListener listener,
            Deliveries deliveries,
            BiConsumer<SpanId, byte[]> sender,
            Consumer<PendingCall<?>> released) {
        this.spans = spans;
        this.pending = pending;
        this.listener = listener;
        this.deliveries = deliveries;
        this.sender = sender;
        this.released = released;
    }

    /// One request, as far as it was recorded.
    ///
    /// @param settled whether it was decided that there is an answer, or that there is none
    private record Asked(
            Message.Request request,
            SpanContext span,
            Optional<Question.During> during,
            long received,
            AtomicBoolean settled) {
        boolean settle() {
            return settled.compareAndSet(false, true);
        }
    }

    /// A request and who works at its answer.
    private record Answering(Asked asked, Thread thread) {
        void cancel() {
            if (asked.settle()) {
                thread.interrupt();
            }
        }
    }

    void answer(Message.Request request, Origin origin) {
        PendingCall<?> sure = pending.bySpan(origin.exchange());
        PendingCall<?> call = sure != null && !sure.isStanding() ? sure : likely();
        SpanContext parent = call == null ? null : new SpanContext(call.trace(), call.span());
        TraceId trace = parent == null ? TraceId.random() : parent.trace();
        SpanId span =
                spans.start(
                        trace,
                        parent == null ? null : parent.span(),
                        SpanKind.SERVER_REQUEST,
                        request.method(),
                        "");
        spans.note(span, SpanNote.Type.REQUEST_FRAME, "", null, origin.frame());
        Asked asked =
                new Asked(
                        request,
                        new SpanContext(trace, span),
                        Optional.ofNullable(call).map(PendingCall::during),
                        origin.length(),
                        new AtomicBoolean());
        if (request.method().equals("ping")) {
            succeed(asked, JsonNodeFactory.instance.objectNode());
        } else if (running.size() >= AT_ONCE) {
            refuse(
                    asked,
                    Answer.INTERNAL_ERROR,
                    "refused: " + AT_ONCE + " requests of the server's are open already");
        } else {
            start(asked, call, call == sure);
        }
    }

    /// Who a question is for that does not say so: the only call that may be asked for anything.
    private @Nullable PendingCall<?> likely() {
        List<PendingCall<?>> calls =
                pending.awaited().stream().filter(c -> MAY_ASK.contains(c.method())).toList();
        return calls.size() == 1 ? calls.getFirst() : null;
    }

    private void start(Asked asked, @Nullable PendingCall<?> call, boolean sure) {
        Thread thread =
                Thread.ofVirtual()
                        .name("answer to " + asked.request().method())
                        .unstarted(() -> run(asked, call));
        if (running.putIfAbsent(asked.request().id(), new Answering(asked, thread)) != null) {
            refuse(asked, INVALID_REQUEST, "refused: a request with this id is open already");
            return;
        }
        thread.start();
        if (call != null) {
            // Who guessed wrong must not end what was asked for something else.
            call.whenEnded(answered -> {
                if (sure || !answered) {
                    thread.interrupt();
                }
            });
        }
    }

    /// The server wants no answer any more.
    void cancelled(JsonNode id) {
        Answering answering = running.get(id);
        if (answering != null) {
            answering.cancel();
        }
    }

    void shutDown() {
        running.values().forEach(Answering::cancel);
    }

    private void run(Asked asked, @Nullable PendingCall<?> call) {
        try {
            Answer answer = asking(asked, call);
            // Whoever was interrupted may still answer; that is sent as any other.
            Thread.interrupted();
            if (asked.settle()) {
                answer(asked, answer);
            } else {
                unanswered(asked);
            }
        } catch (RuntimeException | Error e) {
            if (asked.settle()) {
                refuse(asked, Answer.INTERNAL_ERROR, "failed: " + e);
            } else {
                unanswered(asked);
            }
        } finally {
            running.remove(asked.request().id());
        }
    }

    /// Who is asked may take time, which is not the server's: all that may wait for this is held.
    private Answer asking(Asked asked, @Nullable PendingCall<?> call) {
        List<PendingCall<?>> waiting = call == null ? pending.awaited() : List.of(call);
        waiting.forEach(PendingCall::questionBegins);
        try {
            Message.Request request = asked.request();
            return listener.answer(
                    new Question(request.method(), request.params(), asked.span(), asked.during()));
        } finally {
            waiting.forEach(PendingCall::questionEnds);
            waiting.forEach(released);
        }
    }

    private void answer(Asked asked, Answer answer) {
        switch (answer) {
            case Answer.Result(JsonNode json) -> succeed(asked, json);
            case Answer.Refused(int code, String message) -> refuse(asked, code, message);
            case Answer.Unsupported _ ->
                    refuse(
                            asked,
                            Answer.METHOD_NOT_FOUND,
                            "refused: this client does not offer " + asked.request().method());
        }
    }

    private void succeed(Asked asked, JsonNode result) {
        ObjectNode json = response(asked);
        json.set("result", result);
        send(asked, json, SpanStatus.OK, "answered");
    }

    private void refuse(Asked asked, int code, String text) {
        ObjectNode json = response(asked);
        json.putObject("error").put("code", code).put("message", text);
        send(asked, json, SpanStatus.RPC_ERROR, text);
    }

    private void send(Asked asked, ObjectNode json, SpanStatus status, String summary) {
        byte[] bytes = MAPPER.writeValueAsBytes(json);
        SpanId span = asked.span().span();
        deliveries.expect(span, status, summary, bytes.length, asked.received());
        sender.accept(span, bytes);
    }

    private static ObjectNode response(Asked asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        json.set("id", asked.request().id());
        return json;
    }

    private void unanswered(Asked asked) {
        String text = "cancelled, not answered";
        spans.end(asked.span().span(), SpanStatus.CANCELLED, text, 0, asked.received());
    }
}
