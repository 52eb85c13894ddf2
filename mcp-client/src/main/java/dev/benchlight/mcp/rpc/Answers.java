package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.rpc.Outcome.NotOk;
import dev.benchlight.mcp.rpc.Outcome.RpcError;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalLong;

/// Brings answers to the calls they are for, and says what is wrong with those that are for none.
/// Thread-safe.
final class Answers {
    private final Spans spans;
    private final PendingCalls pending;
    private final Violations violations;
    private final Wire wire;

    Answers(Spans spans, PendingCalls pending, Violations violations, Wire wire) {
        this.spans = spans;
        this.pending = pending;
        this.violations = violations;
        this.wire = wire;
    }

    void result(Message.Result result, Origin origin) {
        PendingCall<?> call = take(result.id(), origin);
        if (call != null) {
            wire.answered(call.span());
            link(call, origin);
            call.answer(result.result(), origin.length());
        }
    }

    void error(Message.Failure error, Origin origin) {
        boolean anonymous = error.id().isMissingNode() || error.id().isNull();
        PendingCall<?> call =
                anonymous ? pending.bySpan(origin.exchange()) : take(error.id(), origin);
        if (anonymous && (call == null || !pending.remove(call))) {
            violations.stray(
                    origin,
                    "error-without-id",
                    "an error that answers no request: " + Text.cut(error.message(), 200));
        } else if (call != null) {
            link(call, origin);
            call.fail(
                    new RpcError<>(error.code(), error.message(), error.data(), problem(error)),
                    origin.length());
        }
    }

    private static Problem problem(Message.Failure error) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("code", error.code()).put("message", error.message());
        if (error.data() != null) {
            details.set("data", error.data());
        }
        String text = "the server answered with error " + error.code() + ": " + error.message();
        return Problem.of("rpc-error", Layer.RPC, text).withDetails(details);
    }

    /// Something meant as an answer: fails its call at once where that can be told.
    void broken(JsonNode id, Origin origin, String code, String text) {
        PendingCall<?> call = pending.byId(RequestIds.exact(id));
        if (call == null) {
            call = pending.byId(RequestIds.swapped(id));
        }
        if (call == null) {
            call = pending.bySpan(origin.exchange());
        }
        if (call == null || !fail(call, origin, Problems.violation(code, text))) {
            violations.stray(origin, code, text);
        }
    }

    /// Several messages in one array, which the revision does not have: fails each call in it.
    void batch(JsonNode values, Origin origin) {
        String text = "several messages in one array, which this revision does not have";
        boolean matched = false;
        for (JsonNode one : values) {
            PendingCall<?> call = pending.byId(RequestIds.exact(one.path("id")));
            if (call != null && !one.has("method")) {
                matched |= fail(call, origin, Problems.violation("batch", text));
            }
        }
        if (!matched) {
            violations.stray(origin, "batch", text);
        }
    }

    boolean fail(PendingCall<?> call, Origin origin, NotOk<Void> failure) {
        if (!pending.remove(call)) {
            return false;
        }
        link(call, origin);
        return call.fail(failure, origin.length());
    }

    private void link(PendingCall<?> call, Origin origin) {
        spans.note(call.span(), SpanNote.Type.RESPONSE_FRAME, "", null, origin.frame());
    }

    /// The call an answer is for, no longer pending; otherwise says what is wrong with the id.
    private @Nullable PendingCall<?> take(JsonNode id, Origin origin) {
        OptionalLong exact = RequestIds.exact(id);
        PendingCall<?> call = pending.take(exact);
        if (call != null) {
            return call;
        }
        PendingCall<?> meant = pending.byId(RequestIds.swapped(id));
        if (meant != null) {
            String text = "request " + meant.id() + " was answered under the id " + id;
            fail(meant, origin, Problems.violation("id-type-changed", text));
        } else if (exact.isPresent() && pending.everSent(exact.getAsLong())) {
            again(exact.getAsLong(), origin);
        } else {
            String shown = Text.cut(id + "", 80);
            violations.stray(
                    origin,
                    "unknown-id",
                    "an answer to no request of ours (id " + shown + "), ignored");
        }
        return null;
    }

    /// An answer to a call that waits no longer: late, or the second one.
    private void again(long id, Origin origin) {
        PendingCalls.GivenUp late = pending.takeGivenUp(id);
        if (late == null) {
            violations.stray(
                    origin, "duplicate-id", "a second answer to request " + id + ", ignored");
            return;
        }
        SpanId span = spans.start(late.trace(), late.span(), SpanKind.VIOLATION, "late-answer", "");
        spans.note(span, SpanNote.Type.RESPONSE_FRAME, "", null, origin.frame());
        String text = "late, ignored: " + late.method() + " " + late.why() + " before";
        spans.end(span, SpanStatus.OK, text, 0, origin.length());
    }
}
