package dev.benchlight.render.json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Finds members by name or value, without opening anything.
final class JsonSearch {
    static final int MOST = 5_000;

    private JsonSearch() {}

    /// The pointers of what contains `query` in its name or scalar value, case aside, in document
    /// order, at most [#MOST].
    static List<String> find(JsonNode root, String query) throws InterruptedException {
        List<String> found = new ArrayList<>();
        String wanted = query.toLowerCase(Locale.ROOT);
        Deque<JsonRow> waiting = new ArrayDeque<>();
        waiting.push(new JsonRow("", "", 0, root));
        while (!waiting.isEmpty() && found.size() < MOST) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            JsonRow row = waiting.pop();
            if (matches(row, wanted)) {
                found.add(row.pointer());
            }
            if (row.isContainer()) {
                row.children().reversed().forEach(waiting::push);
            }
        }
        return found;
    }

    private static boolean matches(JsonRow row, String wanted) {
        if (row.key().toLowerCase(Locale.ROOT).contains(wanted)) {
            return true;
        }
        return !row.node().isContainer()
                && row.node().asString("").toLowerCase(Locale.ROOT).contains(wanted);
    }
}
