package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Problem;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What the sections read of a snapshot, and how they write it.
public final class Described {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private Described() {}

    /// What the server said of itself, while it is connected.
    public static Optional<ServerDescription> server(ConnectionSnapshot snapshot) {
        return switch (snapshot.state()) {
            case SessionState.Ready(ServerDescription server) -> Optional.of(server);
            case SessionState.Degraded(ServerDescription server, Problem _) -> Optional.of(server);
            case SessionState.Connecting _, SessionState.Closed _, SessionState.Failed _ ->
                    Optional.empty();
        };
    }

    /// Such as "14:03:22".
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /// As [#time], to the millisecond.
    public static String exactTime(Instant at) {
        return EXACT.format(at);
    }
}
