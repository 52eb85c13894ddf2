package dev.benchlight.app.traces;

import java.util.ArrayList;
import java.util.List;

/// How many events there was no room for.
///
/// @param spans starts and ends of spans
record Dropped(long frames, long notes, long spans) {
    static final Dropped NONE = new Dropped(0, 0, 0);

    long total() {
        return frames + notes + spans;
    }

    /// One sentence, or an empty string where none was dropped.
    String sentence() {
        if (total() == 0) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, frames, "frame");
        add(parts, notes, "note");
        add(parts, spans, "start or end of a call", "starts or ends of calls");
        return "More happened at once than can be stored; not recorded so far: "
                + String.join(", ", parts)
                + ".";
    }

    private static void add(List<String> parts, long count, String one) {
        add(parts, count, one, one + "s");
    }

    private static void add(List<String> parts, long count, String one, String more) {
        if (count > 0) {
            parts.add("%,d %s".formatted(count, count == 1 ? one : more));
        }
    }
}
