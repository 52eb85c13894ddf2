package dev.benchlight.mcp.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Guesses how large a pattern gets when its counted repetitions are written out, as RE2 does: 24
/// characters such as `((a{1000}){1000}){1000}` would fill the memory.
final class RepeatCount {
    private static final long MODEST = 20_000;
    private static final long HUGE = Long.MAX_VALUE / 4_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long group;
    private long last;

    private RepeatCount(String pattern) {
        this.pattern = pattern;
    }

    static boolean isModest(String pattern) {
        return sizeOf(pattern) <= MODEST;
    }

    /// About how many states the pattern has, written out.
    static long sizeOf(String pattern) {
        return new RepeatCount(pattern).size();
    }

    private long size() {
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> {
                    i++;
                    atom(1);
                }
                case '[' -> {
                    i = endOfClass(i);
                    atom(1);
                }
                case '(' -> {
                    outer.push(group);
                    group = 0;
                }
                case ')' -> {
                    long inner = group;
                    group = outer.isEmpty() ? 0 : outer.pop();
                    atom(inner + 1);
                }
                case '{' -> i = repeat(i);
                default -> atom(1);
            }
        }
        return group;
    }

    private void atom(long size) {
        last = Math.min(HUGE, size);
        group = Math.min(HUGE, group + last);
    }

    /// Returns where the count that starts at `from` ends.
    private int repeat(int from) {
        Matcher count = COUNT.matcher(pattern).region(from, pattern.length());
        if (!count.lookingAt()) {
            atom(1);
            return from;
        }
        String most = count.group(2) == null ? "" : count.group(2);
        long times = Long.parseLong(most.isEmpty() ? count.group(1) : most);
        group -= last;
        atom(last * Math.clamp(times, 1, 2_000));
        return count.end() - 1;
    }

    private int endOfClass(int from) {
        int i = from + 1;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
