package dev.benchlight.render.text;

import java.util.Arrays;

/// Where a searched word stands in a text: offsets in order, at most [#LIMIT], not overlapping.
record Hits(@SuppressWarnings("ArrayRecordComponent") int[] offsets, int length, boolean more) {
    static final int LIMIT = 100_000;
    static final Hits NONE = new Hits(new int[0], 0, false);

    private static final int STRETCH = 65_536;

    /// Linear. Interruption ends it.
    static Hits of(String text, String query, boolean matchCase) throws InterruptedException {
        if (query.isEmpty()) {
            return NONE;
        }
        int[] found = new int[64];
        int size = 0;
        int next = 0;
        for (int at = next(text, query, 0, matchCase);
                at >= 0;
                at = next(text, query, next, matchCase)) {
            if (size == LIMIT) {
                return new Hits(found, query.length(), true);
            }
            if (size == found.length) {
                found = Arrays.copyOf(found, Math.min(LIMIT, size * 2));
            }
            found[size++] = at;
            next = at + query.length();
        }
        return new Hits(Arrays.copyOf(found, size), query.length(), false);
    }

    private static int next(String text, String query, int from, boolean matchCase)
            throws InterruptedException {
        char lower = matchCase ? query.charAt(0) : Character.toLowerCase(query.charAt(0));
        char upper = matchCase ? query.charAt(0) : Character.toUpperCase(query.charAt(0));
        int last = text.length() - query.length();
        for (int at = from; at <= last; at++) {
            if (at % STRETCH == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            char c = text.charAt(at);
            if ((c == lower || c == upper)
                    && text.regionMatches(!matchCase, at, query, 0, query.length())) {
                return at;
            }
        }
        return -1;
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
