package dev.benchlight.app.ui.servers;

import dev.benchlight.mcp.SessionState;

/// A connection's state in a word, so that colour is never the only sign.
public final class StateWord {
    private StateWord() {}

    public static String of(SessionState state) {
        return switch (state) {
            case SessionState.Connecting(String step) -> "connecting: " + step;
            case SessionState.Ready _ -> "connected";
            case SessionState.Degraded _ -> "connected, with a problem";
            case SessionState.Closed _ -> "not connected";
            case SessionState.Failed _ -> "failed";
        };
    }

    static String style(SessionState state) {
        return switch (state) {
            case SessionState.Connecting _ -> "state-connecting";
            case SessionState.Ready _ -> "state-ready";
            case SessionState.Degraded _ -> "state-degraded";
            case SessionState.Closed _ -> "state-closed";
            case SessionState.Failed _ -> "state-failed";
        };
    }
}
