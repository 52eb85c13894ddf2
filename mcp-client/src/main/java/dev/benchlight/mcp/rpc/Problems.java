package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.rpc.Outcome.AuthRequired;
import dev.benchlight.mcp.rpc.Outcome.LimitReached;
import dev.benchlight.mcp.rpc.Outcome.NotOk;
import dev.benchlight.mcp.rpc.Outcome.ProtocolViolation;
import dev.benchlight.mcp.rpc.Outcome.TransportError;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanStatus;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/// Turns what failed below into outcomes, and outcomes into how a span ended.
public final class Problems {
    /// The code of a problem that a new handshake may cure.
    public static final String SESSION_LOST = "session-lost";

    /// No connection came about: the next call would fare no better.
    private static final Set<String> GONE =
            Set.of("connection-refused", "connect-timeout", "no-route", "unknown-host");

    private static final int FOUND_SHOWN = 200;

    private Problems() {}

    /// Whether a fault of one exchange says that the server cannot be reached at all.
    static boolean isGone(WireFault fault) {
        return fault.kind() == WireFault.Kind.NETWORK && GONE.contains(fault.code());
    }

    public static Problem of(WireFault fault) {
        Layer layer =
                switch (fault.kind()) {
                    case PROCESS -> Layer.PROCESS;
                    case NETWORK -> Layer.NETWORK;
                    case TLS -> Layer.TLS;
                    case HTTP, AUTH, SESSION_LOST -> Layer.HTTP;
                    case TRANSPORT -> Layer.TRANSPORT;
                    case PROTOCOL -> Layer.PROTOCOL;
                    case LIMIT -> Layer.LIMIT;
                };
        String code = fault.kind() == WireFault.Kind.SESSION_LOST ? SESSION_LOST : fault.code();
        String hint = fault.hint() == null ? Hints.of(code) : fault.hint();
        return new Problem(code, layer, fault.message(), hint, fault.details());
    }

    /// What a call comes to when the wire failed it.
    ///
    /// @param problem the fault's, perhaps with more said
    public static <T> NotOk<T> outcome(WireFault.Kind kind, Problem problem) {
        return switch (kind) {
            case AUTH -> new AuthRequired<>(problem);
            case LIMIT -> new LimitReached<>(problem);
            case PROTOCOL -> new ProtocolViolation<>(problem);
            case PROCESS, NETWORK, TLS, HTTP, TRANSPORT, SESSION_LOST ->
                    new TransportError<>(problem);
        };
    }

    static <T> NotOk<T> violation(String code, String text) {
        return new ProtocolViolation<>(broken(code, text));
    }

    private static Problem broken(String code, String text) {
        return Problem.of(code, Layer.PROTOCOL, "protocol violation: " + text);
    }

    /// What is wrong with an answer whose result has not the shape that its method demands.
    ///
    /// @param at a JSON pointer into the result
    /// @param found what stands there, or a missing node
    /// @param wanted what must stand there, such as `an array`
    public static Problem badResult(String method, String at, JsonNode found, String wanted) {
        String text =
                "the result of "
                        + method
                        + " has "
                        + Text.kind(found)
                        + " at "
                        + at
                        + ", where "
                        + wanted
                        + " must stand";
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("pointer", at);
        if (!found.isMissingNode()) {
            details.put("found", Text.cut(found.toString(), FOUND_SHOWN));
        }
        return broken("bad-result", text).withDetails(details);
    }

    /// What stands at a pointer where an object must, such as `null at /content/0`.
    public static String noObject(String at, JsonNode found) {
        return Text.kind(found) + " at " + at + ", where an object must stand";
    }

    public static SpanStatus status(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?> _ -> SpanStatus.OK;
            case Outcome.ToolError<?> _ -> SpanStatus.TOOL_ERROR;
            case Outcome.RpcError<?> _ -> SpanStatus.RPC_ERROR;
            case Outcome.ProtocolViolation<?> _ -> SpanStatus.PROTOCOL_VIOLATION;
            case Outcome.TransportError<?> _ -> SpanStatus.TRANSPORT_ERROR;
            case Outcome.AuthRequired<?> _ -> SpanStatus.AUTH_REQUIRED;
            case Outcome.TimedOut<?> _ -> SpanStatus.TIMED_OUT;
            case Outcome.Refused<?> _, Outcome.Cancelled<?> _ -> SpanStatus.CANCELLED;
            case Outcome.LimitReached<?> _ -> SpanStatus.LIMIT_REACHED;
        };
    }
}
