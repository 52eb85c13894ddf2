package dev.benchlight.app.doctor;

import dev.benchlight.mcp.schema.MeteredText;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a pattern of a schema costs an engine that backtracks, as most do (T17: ReDoS). Found out
/// by trying it, within a budget of characters read, on texts that such patterns choke on.
enum PatternCost {
    FINE,
    /// Needs an engine that backtracks.
    NOT_LINEAR,
    /// Exponential.
    COSTLY,
    /// Is no pattern.
    NONE;

    private static final int LONGEST = 2_000;
    private static final int REPEATS = 30;
    private static final int MOST_TRIED = 6;
    private static final int BUDGET = 100_000;

    static PatternCost of(String pattern) {
        if (pattern.isEmpty()) {
            return FINE;
        }
        boolean linear = isLinear(pattern);
        if (!isPattern(pattern)) {
            return linear ? FINE : NONE;
        }
        if (pattern.length() <= LONGEST && repeats(pattern) && isCostly(pattern)) {
            return COSTLY;
        }
        return linear ? FINE : NOT_LINEAR;
    }

    private static boolean isPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isLinear(String pattern) {
        try {
            com.google.re2j.Pattern.compile(pattern);
            return true;
        } catch (com.google.re2j.PatternSyntaxException e) {
            return false;
        }
    }

    /// Only a repeated group can take exponential time.
    private static boolean repeats(String pattern) {
        return pattern.contains(")*") || pattern.contains(")+") || pattern.contains("){");
    }

    private static boolean isCostly(String text) {
        // Java remembers where a loop failed, which other engines don't; not with a reference back.
        Pattern pattern = Pattern.compile("(?:" + text + ")(?:(?<again>\\x02)\\k<again>)?");
        String letters = text.replaceAll("[^A-Za-z0-9]", "") + "a0 ";
        return letters.chars()
                .distinct()
                .limit(MOST_TRIED)
                .mapToObj(Character::toString)
                .anyMatch(letter -> isTooMuch(pattern, letter.repeat(REPEATS) + "\001"));
    }

    private static boolean isTooMuch(Pattern pattern, String text) {
        MeteredText metered = new MeteredText(text, 1, BUDGET);
        try {
            pattern.matcher(metered).find();
            return false;
        } catch (MeteredText.Spent | StackOverflowError e) {
            return true;
        }
    }
}
