package dev.benchlight.app.doctor;

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
        Metered metered = new Metered(text);
        try {
            return pattern.matcher(metered).find() && metered.spent > BUDGET;
        } catch (BudgetSpent | StackOverflowError e) {
            return true;
        }
    }

    private static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1;

        BudgetSpent() {
            super("the budget of a pattern is spent", null, false, false);
        }
    }

    /// Counts reads and not time, so that the verdict is the same on a busy machine.
    private static final class Metered implements CharSequence {
        private final String text;
        private int spent;

        Metered(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++spent > BUDGET) {
                throw new BudgetSpent();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
