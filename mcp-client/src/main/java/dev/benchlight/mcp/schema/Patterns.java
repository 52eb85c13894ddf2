package dev.benchlight.mcp.schema;

import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Matches the patterns of a schema within a budget: RE2 where it can, else Java's engine, either
/// on a text that can be read only so often, which is about 100 ms for one match and half a second
/// for all. What was too costly counts as no match and is kept in [#tooCostly], for it is neither a
/// pass nor a refusal. For one validation and one thread.
final class Patterns {
    static final long BUDGET = 10_000_000;
    static final long WHOLE_BUDGET = 50_000_000;
    private static final long STATES_PER_UNIT = 10;

    private final Map<String, String> tooCostly = new LinkedHashMap<>();
    private long spent;

    /// @param cost of reading one character
    private record Engine(Predicate<CharSequence> finder, long cost) {}

    /// The texts that could not be matched, each with the pattern.
    Map<String, String> tooCostly() {
        return tooCostly;
    }

    /// What all matches together have cost, in characters read.
    long spent() {
        return spent;
    }

    static boolean isPattern(String pattern) {
        try {
            engine(pattern);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    RegularExpression compile(String pattern) {
        Engine engine = engine(pattern);
        return text -> find(engine, pattern, text);
    }

    private static Engine engine(String pattern) {
        if (RepeatCount.isModest(pattern)) {
            try {
                var linear = com.google.re2j.Pattern.compile(pattern);
                long cost = 1 + RepeatCount.sizeOf(pattern) / STATES_PER_UNIT;
                return new Engine(text -> linear.matcher(text).find(), cost);
            } catch (PatternSyntaxException lookAroundOrBackReference) {
                // Java's engine knows more.
            }
        }
        var backtracking = java.util.regex.Pattern.compile(pattern);
        return new Engine(text -> backtracking.matcher(text).find(), 1);
    }

    private boolean find(Engine engine, String pattern, String text) {
        MeteredText metered =
                new MeteredText(text, engine.cost, Math.min(BUDGET, WHOLE_BUDGET - spent));
        try {
            return engine.finder.test(metered);
        } catch (MeteredText.Spent | StackOverflowError e) {
            tooCostly.putIfAbsent(text, pattern);
            return false;
        } finally {
            spent += metered.spent();
        }
    }
}
