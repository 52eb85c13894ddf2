package dev.benchlight.render.json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Finds members by name or value, without opening anything.
final class JsonSearch {
    static final int MOST = 5_000;

    private JsonSearch() {}

    /// The pointers of what contains `query` in its name or scalar value, in document order, at
    /// most [#MOST]; none for an empty query.
    static List<String> find(JsonNode root, String query, boolean matchCase)
            throws InterruptedException {
        List<String> found = new ArrayList<>();
        if (query.isEmpty()) {
            return found;
        }
        UnaryOperator<String> fold =
                matchCase ? UnaryOperator.identity() : text -> text.toLowerCase(Locale.ROOT);
        Predicate<String> wanted = text -> fold.apply(text).contains(fold.apply(query));
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

    private static boolean matches(JsonRow row, Predicate<String> wanted) {
        return wanted.test(row.key())
                || (!row.node().isContainer() && wanted.test(row.node().asString("")));
    }
}
