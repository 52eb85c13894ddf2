package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.mcp.SessionState;

/// A connection's state in a word, so that colour is never the only sign.
public final class StateWord {
    private StateWord() {}

    /// As the other; an entry that its file switches off says so.
    public static String of(ConnectionSnapshot snapshot) {
        return snapshot.state() instanceof SessionState.Closed && snapshot.entry().disabled()
                ? "switched off"
                : of(snapshot.state());
    }

    public static String of(SessionState state) {
        return switch (state) {
            case SessionState.Connecting(String step) -> "connecting: " + step;
            case SessionState.Ready _ -> "connected";
            case SessionState.Degraded _ -> "has a problem";
            case SessionState.Closed _ -> "not connected";
            case SessionState.Failed _ -> "failed";
        };
    }

    public static String style(SessionState state) {
        return switch (state) {
            case SessionState.Connecting _ -> "state-connecting";
            case SessionState.Ready _ -> "state-ready";
            case SessionState.Degraded _ -> "state-degraded";
            case SessionState.Closed _ -> "state-closed";
            case SessionState.Failed _ -> "state-failed";
        };
    }
}
