package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.function.Function;

/// What a call can come to. Window, command line and runner switch on it.
public sealed interface Outcome<T> {

    /// The answer.
    record Ok<T>(T value) implements Outcome<T> {}

    /// Anything but the answer that was hoped for.
    sealed interface NotOk<T> extends Outcome<T> {
        Problem problem();
    }

    /// The tool ran and said `isError: true`; the result is whole.
    record ToolError<T>(T value, Problem problem) implements NotOk<T> {}

    /// A JSON-RPC `error` answer.
    record RpcError<T>(int code, String message, @Nullable JsonNode data, Problem problem)
            implements NotOk<T> {}

    /// The other side sent what the protocol does not allow, or was not asked, since the protocol
    /// does not allow that.
    record ProtocolViolation<T>(Problem problem) implements NotOk<T> {}

    /// No valid reply: process, network or HTTP failed.
    record TransportError<T>(Problem problem) implements NotOk<T> {}

    /// The server wants authorisation. The problem's details hold status and challenge.
    record AuthRequired<T>(Problem problem) implements NotOk<T> {}

    /// No answer in time.
    record TimedOut<T>(Problem problem) implements NotOk<T> {}

    /// The server asked for something first, and was refused that. Nothing was sent: from
    /// 2026-07-28 on there is no way to tell it ("Multi Round-Trip Requests").
    record Refused<T>(Problem problem) implements NotOk<T> {}

    /// The user or the program cancelled it.
    record Cancelled<T>(Problem problem) implements NotOk<T> {}

    /// A limit of ours was reached.
    record LimitReached<T>(Problem problem) implements NotOk<T> {}

    /// The same outcome with another view of its value.
    default <R> Outcome<R> map(Function<? super T, ? extends R> view) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(view.apply(value));
            case ToolError<T>(T value, Problem problem) ->
                    new ToolError<>(view.apply(value), problem);
            case RpcError<T>(int code, String message, JsonNode data, Problem problem) ->
                    new RpcError<>(code, message, data, problem);
            case ProtocolViolation<T>(Problem problem) -> new ProtocolViolation<>(problem);
            case TransportError<T>(Problem problem) -> new TransportError<>(problem);
            case AuthRequired<T>(Problem problem) -> new AuthRequired<>(problem);
            case TimedOut<T>(Problem problem) -> new TimedOut<>(problem);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Cancelled<T>(Problem problem) -> new Cancelled<>(problem);
            case LimitReached<T>(Problem problem) -> new LimitReached<>(problem);
        };
    }
}
