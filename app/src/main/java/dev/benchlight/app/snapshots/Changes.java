package dev.benchlight.app.snapshots;

import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.text.Hidden;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Collects changes. For one thread.
final class Changes {
    private static final int LONGEST = 80;

    private final List<Change> all = new ArrayList<>();

    void add(
            Impact impact,
            Place where,
            String message,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        all.add(
                new Change(
                        impact,
                        where,
                        message,
                        before == null || before.isMissingNode() ? null : before,
                        after == null || after.isMissingNode() ? null : after));
    }

    /// A value that is no longer the same, whatever it is.
    void changed(Impact impact, Place where, String member, JsonNode before, JsonNode after) {
        if (!before.equals(after)) {
            JsonPointer at = where.pointer().appendProperty(member);
            add(impact, where.at(at), words(before, after), before, after);
        }
    }

    static String words(JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return "was added: " + brief(after);
        }
        if (after.isMissingNode()) {
            return "was removed; it was " + brief(before);
        }
        return "was " + brief(before) + " and is " + brief(after);
    }

    static String brief(JsonNode value) {
        String text = Hidden.line(value.toString());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    List<Change> all() {
        return List.copyOf(all);
    }
}
