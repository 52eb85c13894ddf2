package dev.benchlight.llm;

import java.util.OptionalLong;

/// Tokens of one completion by kind. A kind that was not reported is empty, never 0.
///
/// @param input all input tokens, cached ones included
/// @param cached of these, read from a cache
/// @param cacheWrite of these, written to a cache
/// @param output all output tokens, reasoning included
/// @param reasoning of these, reasoning
public record Usage(
        OptionalLong input,
        OptionalLong cached,
        OptionalLong cacheWrite,
        OptionalLong output,
        OptionalLong reasoning) {

    public static final Usage NOT_REPORTED =
            new Usage(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());

    /// Whether the numbers can be true: none negative, and no part greater than its whole.
    public boolean plausible() {
        return notNegative(input)
                && notNegative(output)
                && within(cached, input)
                && within(cacheWrite, input)
                && within(reasoning, output);
    }

    private static boolean notNegative(OptionalLong count) {
        return count.orElse(0) >= 0;
    }

    private static boolean within(OptionalLong part, OptionalLong whole) {
        return notNegative(part)
                && (part.isEmpty() || whole.isEmpty() || part.getAsLong() <= whole.getAsLong());
    }
}
