package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerRegister;
import dev.benchlight.mcp.wire.http.HttpAuthorization;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// How to connect.
///
/// @param pinned the revision to speak, or null to find out which era the server is of, and to
///   speak the newest revision of it
/// @param connectTimeout for the whole handshake
/// @param grace how long a server may take to end after its input closed, before it is made to; and
///   again between being asked to end and being killed
/// @param register hears of the processes of servers
/// @param listens whether to ask a server of 2026-07-28 to tell of changes; older ones do so
///   unasked
/// @param eras the eras that servers are known to be of
/// @param authorization for a server over HTTP
public record SessionOptions(
        @Nullable Revision pinned,
        Duration connectTimeout,
        Duration grace,
        Limits limits,
        ServerRegister register,
        boolean listens,
        EraMemory eras,
        HttpAuthorization authorization) {

    public static final SessionOptions DEFAULT =
            new SessionOptions(null, Duration.ofSeconds(15), Duration.ofSeconds(2), Limits.DEFAULT);

    public SessionOptions(
            @Nullable Revision pinned, Duration connectTimeout, Duration grace, Limits limits) {
        this(
                pinned,
                connectTimeout,
                grace,
                limits,
                ServerRegister.NONE,
                true,
                EraMemory.NONE,
                HttpAuthorization.NONE);
    }

    /// The same, but with nothing to find out: this revision is spoken.
    public SessionOptions speaking(Revision revision) {
        return new SessionOptions(
                revision, connectTimeout, grace, limits, register, listens, eras, authorization);
    }

    public SessionOptions with(ServerRegister other) {
        return new SessionOptions(
                pinned, connectTimeout, grace, limits, other, listens, eras, authorization);
    }

    public SessionOptions with(EraMemory other) {
        return new SessionOptions(
                pinned, connectTimeout, grace, limits, register, listens, other, authorization);
    }

    public SessionOptions with(HttpAuthorization other) {
        return new SessionOptions(
                pinned, connectTimeout, grace, limits, register, listens, eras, other);
    }

    /// The same, but nothing is asked for beyond what is called: for a short visit.
    public SessionOptions notListening() {
        return new SessionOptions(
                pinned, connectTimeout, grace, limits, register, false, eras, authorization);
    }
}
