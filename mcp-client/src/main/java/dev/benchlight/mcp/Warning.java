package dev.benchlight.mcp;

import java.util.List;

/// Something a server does that it should not, and that was survived.
///
/// @param code stable and kebab-case, such as `stdout-noise`
/// @param message one sentence
/// @param count how often it happened
/// @param samples the first few occurrences, cut to a readable length
public record Warning(String code, String message, long count, List<String> samples) {
    public Warning {
        samples = List.copyOf(samples);
    }
}
