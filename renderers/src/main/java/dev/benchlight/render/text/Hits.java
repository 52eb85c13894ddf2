package dev.benchlight.render.text;

import java.util.Arrays;

/// Where a searched word stands in a text: offsets in order, at most [#LIMIT].
public record Hits(
        @SuppressWarnings("ArrayRecordComponent") int[] offsets, int length, boolean more) {
    static final int LIMIT = 100_000;
    static final Hits NONE = new Hits(new int[0], 0, false);

    /// Ignores case; linear. Interruption gives what was found so far.
    public static Hits of(String text, String query) {
        int[] found = new int[64];
        int size = 0;
        if (query.isEmpty()) {
            return NONE;
        }
        char lower = Character.toLowerCase(query.charAt(0));
        char upper = Character.toUpperCase(query.charAt(0));
        int last = text.length() - query.length();
        int at = 0;
        while (at <= last && size < LIMIT && !Thread.currentThread().isInterrupted()) {
            int stop = Math.min(last + 1, at + 65_536);
            for (; at < stop && size < LIMIT; at++) {
                char c = text.charAt(at);
                if ((c == lower || c == upper)
                        && text.regionMatches(true, at, query, 0, query.length())) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, size * 2);
                    }
                    found[size++] = at;
                    at += query.length() - 1;
                }
            }
        }
        return new Hits(Arrays.copyOf(found, size), query.length(), size == LIMIT);
    }

    int count() {
        return offsets.length;
    }

    /// The first hit at or after the offset, or the count if there is none.
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 1;
    }
}
