package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerRegister;

import java.time.Duration;

/// How to connect.
///
/// @param offered the revision to offer first
/// @param connectTimeout for the whole handshake
/// @param grace how long a server may take to end after its input closed, before it is made to; and
///   again between being asked to end and being killed
/// @param register hears of the processes of servers
public record SessionOptions(
        Revision offered,
        Duration connectTimeout,
        Duration grace,
        Limits limits,
        ServerRegister register) {

    public static final SessionOptions DEFAULT =
            new SessionOptions(
                    Revision.LATEST, Duration.ofSeconds(15), Duration.ofSeconds(2), Limits.DEFAULT);

    public SessionOptions(
            Revision offered, Duration connectTimeout, Duration grace, Limits limits) {
        this(offered, connectTimeout, grace, limits, ServerRegister.NONE);
    }

    public SessionOptions with(ServerRegister other) {
        return new SessionOptions(offered, connectTimeout, grace, limits, other);
    }
}
