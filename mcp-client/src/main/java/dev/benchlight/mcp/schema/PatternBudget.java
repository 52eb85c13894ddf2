package dev.benchlight.mcp.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/// Compiles the patterns of schemas so that matching is bounded: RE2 where it can, else Java's
/// engine on a text that stops being readable after 100 ms.
final class PatternBudget {
    private static final long BUDGET_NANOS = 100_000_000;

    private PatternBudget() {}

    /// Thrown out of a match that took too long.
    static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooCostly(String pattern) {
            super("the pattern is too costly to check: " + pattern, null, false, false);
        }
    }

    static RegularExpression compile(String pattern) {
        try {
            Pattern linear = Pattern.compile(pattern);
            return text -> linear.matcher(text).find();
        } catch (PatternSyntaxException lookAroundOrBackReference) {
            java.util.regex.Pattern backtracking = java.util.regex.Pattern.compile(pattern);
            return text -> find(backtracking, text);
        }
    }

    private static boolean find(java.util.regex.Pattern pattern, String text) {
        long deadline = System.nanoTime() + BUDGET_NANOS;
        try {
            return pattern.matcher(new Timed(text, deadline, pattern.pattern())).find();
        } catch (StackOverflowError e) {
            throw new TooCostly(pattern.pattern());
        }
    }

    private record Timed(CharSequence text, long deadline, String pattern) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw new TooCostly(pattern);
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Timed(text.subSequence(start, end), deadline, pattern);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
