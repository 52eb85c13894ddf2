package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// Answers what the server asks: each on a virtual thread of its own, so many at once and no more.
/// Thread-safe.
final class ServerRequests {
    private static final int AT_ONCE = 32;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INTERNAL_ERROR = -32603;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Spans spans;
    private final PeerListener listener;
    private final Deliveries deliveries;
    private final BiConsumer<SpanId, byte[]> sender;
    private final Map<JsonNode, Answering> running = new ConcurrentHashMap<>();

    ServerRequests(
            Spans spans,
            PeerListener listener,
            Deliveries deliveries,
            BiConsumer<SpanId, byte[]> sender) {
        this.spans = spans;
        this.listener = listener;
        this.deliveries = deliveries;
        this.sender = sender;
    }

    /// One request, as far as it was recorded.
    ///
    /// @param settled whether it was decided that there is an answer, or that there is none
    private record Asked(
            Message.Request request, SpanId span, long received, AtomicBoolean settled) {
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

    void answer(Message.Request request, FrameId frame, long received) {
        SpanId span =
                spans.start(TraceId.random(), null, SpanKind.SERVER_REQUEST, request.method(), "");
        spans.note(span, SpanNote.Type.REQUEST_FRAME, "", null, frame);
        Asked asked = new Asked(request, span, received, new AtomicBoolean());
        if (request.method().equals("ping")) {
            succeed(asked, JsonNodeFactory.instance.objectNode());
            return;
        }
        if (running.size() >= AT_ONCE) {
            refuse(
                    asked,
                    INTERNAL_ERROR,
                    "refused: " + AT_ONCE + " requests of the server's are open already");
            return;
        }
        Thread thread =
                Thread.ofVirtual()
                        .name("answer to " + request.method())
                        .unstarted(() -> run(asked));
        if (running.putIfAbsent(request.id(), new Answering(asked, thread)) == null) {
            thread.start();
        } else {
            refuse(asked, -32600, "refused: a request with this id is open already");
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

    private void run(Asked asked) {
        try {
            Message.Request request = asked.request();
            Optional<JsonNode> result = listener.answer(request.method(), request.params());
            if (!asked.settle()) {
                unanswered(asked);
            } else if (result.isPresent()) {
                succeed(asked, result.get());
            } else {
                refuse(
                        asked,
                        METHOD_NOT_FOUND,
                        "refused: this client does not offer " + request.method());
            }
        } catch (RuntimeException | Error e) {
            if (asked.settle()) {
                refuse(asked, INTERNAL_ERROR, "failed: " + e);
            } else {
                unanswered(asked);
            }
        } finally {
            running.remove(asked.request().id());
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
        deliveries.expect(asked.span(), status, summary, bytes.length, asked.received());
        sender.accept(asked.span(), bytes);
    }

    private static ObjectNode response(Asked asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        json.set("id", asked.request().id());
        return json;
    }

    private void unanswered(Asked asked) {
        String text = "cancelled, not answered";
        spans.end(asked.span(), SpanStatus.CANCELLED, text, 0, asked.received());
    }
}
