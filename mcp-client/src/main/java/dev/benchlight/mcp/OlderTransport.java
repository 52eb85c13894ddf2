package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Problems;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;

import java.time.Duration;
import java.util.Optional;

/// When HTTP+SSE of 2024-11-05 is used in the place of Streamable HTTP: where it was chosen, or
/// where the server refuses `initialize` as one of that time does ("Backward Compatibility").
/// Thread-safe.
record OlderTransport(Wire wire, ServerConfig.Transport transport, Duration deadline) {
    static final String NAME = "HTTP+SSE";

    static OlderTransport of(ServerConfig config, Wire wire, SessionOptions options) {
        ServerConfig.Transport transport =
                switch (config) {
                    case ServerConfig.Http http -> http.transport();
                    case ServerConfig.Stdio _ -> ServerConfig.Transport.STREAMABLE;
                };
        return new OlderTransport(wire, transport, options.connectTimeout());
    }

    /// Whether it was chosen, so that there is nothing to find out.
    boolean isChosen() {
        return transport == ServerConfig.Transport.SSE;
    }

    /// Whether the answer to `initialize` shows that it may be what the server has.
    boolean isLikely(Outcome<?> answer) {
        boolean refused =
                switch (answer) {
                    case Outcome.RpcError<?> error -> !Opening.MODERN.contains(error.code());
                    case Outcome.TransportError<?> _, Outcome.ProtocolViolation<?> _ -> true;
                    default -> false;
                };
        return refused && transport == ServerConfig.Transport.AUTO && wire.refusedAsOlder();
    }

    /// Uses it from now on, if the server has it.
    ///
    /// @return why it has not, or empty
    <T> Optional<Outcome.NotOk<T>> use() {
        Optional<WireFault> fault = wire.useOlder(deadline);
        if (fault.isPresent() && Thread.currentThread().isInterrupted()) {
            Problem problem = Problem.of("cancelled", Layer.INPUT, "connecting was cancelled");
            return Optional.of(new Outcome.Cancelled<>(problem));
        }
        return fault.map(why -> Problems.outcome(why.kind(), Problems.of(why)));
    }
}
