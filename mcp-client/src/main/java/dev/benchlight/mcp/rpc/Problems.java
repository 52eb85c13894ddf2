package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.rpc.Outcome.AuthRequired;
import dev.benchlight.mcp.rpc.Outcome.LimitReached;
import dev.benchlight.mcp.rpc.Outcome.NotOk;
import dev.benchlight.mcp.rpc.Outcome.ProtocolViolation;
import dev.benchlight.mcp.rpc.Outcome.TransportError;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanStatus;

/// Turns what failed below into outcomes, and outcomes into how a span ended.
public final class Problems {
    /// The code of a problem that a new handshake may cure.
    public static final String SESSION_LOST = "session-lost";

    private Problems() {}

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
        return new Problem(code, layer, fault.message(), fault.hint(), fault.details());
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
        return new ProtocolViolation<>(
                Problem.of(code, Layer.PROTOCOL, "protocol violation: " + text));
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
            case Outcome.Cancelled<?> _ -> SpanStatus.CANCELLED;
            case Outcome.LimitReached<?> _ -> SpanStatus.LIMIT_REACHED;
        };
    }
}
