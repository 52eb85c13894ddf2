package dev.benchlight.app.ui.server;

import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.EraSource;

import java.util.Set;

/// Eras in words.
final class EraWords {
    private static final Set<String> TELLING = Set.of("server/discover", "HTTP+SSE");

    private EraWords() {}

    static String of(Era era) {
        return switch (era) {
            case MODERN -> "no session: each request says its revision, client and capabilities";
            case LEGACY -> "a session that begins with initialize";
        };
    }

    static String of(EraSource source) {
        return switch (source) {
            case FOUND_OUT -> "found out when it was connected";
            case REMEMBERED -> "remembered from an earlier connection; not asked again for a week";
            case PINNED -> "pinned: nothing was found out";
            case CHOSEN -> "the transport that was chosen, which only older servers have";
        };
    }

    /// Whether a step of connecting tells something of the era.
    static boolean tells(String step) {
        return TELLING.contains(step);
    }
}
