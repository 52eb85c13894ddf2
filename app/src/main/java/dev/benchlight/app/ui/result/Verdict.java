package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Outcome;

import org.kordamp.ikonli.feather.Feather;

/// An outcome in a word, an icon and a colour's style class.
record Verdict(String word, Feather icon, String style) {
    static Verdict of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?> _ -> new Verdict("OK", Feather.CHECK_CIRCLE, "good");
            case Outcome.ToolError<?> _ ->
                    new Verdict("Tool error", Feather.ALERT_TRIANGLE, "warning");
            case Outcome.RpcError<?> error ->
                    new Verdict("RPC error " + error.code(), Feather.X_CIRCLE, "bad");
            case Outcome.ProtocolViolation<?> _ ->
                    new Verdict("Protocol violation", Feather.X_CIRCLE, "bad");
            case Outcome.TransportError<?> _ ->
                    new Verdict("Transport error", Feather.X_CIRCLE, "bad");
            case Outcome.AuthRequired<?> _ ->
                    new Verdict("Authorisation needed", Feather.LOCK, "warning");
            case Outcome.TimedOut<?> _ -> new Verdict("Timed out", Feather.CLOCK, "bad");
            case Outcome.Refused<?> _ -> new Verdict("Refused", Feather.SLASH, "warning");
            case Outcome.Cancelled<?> _ -> new Verdict("Cancelled", Feather.SLASH, "muted");
            case Outcome.LimitReached<?> _ ->
                    new Verdict("Limit reached", Feather.ALERT_OCTAGON, "warning");
        };
    }
}
