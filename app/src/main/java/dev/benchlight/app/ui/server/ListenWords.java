package dev.benchlight.app.ui.server;

import dev.benchlight.mcp.ListenState;

/// How listening stands, in words.
final class ListenWords {
    private ListenWords() {}

    static String of(ListenState.Phase phase) {
        return switch (phase) {
            case OFF -> "not listening";
            case ASKED -> "asked for";
            case OPEN -> "listening";
            case LOST -> "lost, to be asked for again";
            case REFUSED -> "refused";
        };
    }

    static String sentence(ListenState state) {
        String since =
                state.requests() == 0
                        ? ""
                        : " since "
                                + Described.time(state.since())
                                + ", "
                                + (state.requests() == 1
                                        ? "1 request"
                                        : state.requests() + " requests");
        String why = state.reason().isEmpty() ? "" : ": " + state.reason();
        String again = state.again().map(at -> "; again at " + Described.exactTime(at)).orElse("");
        return of(state.phase()) + since + why + again;
    }
}
