package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// The references of a schema that lead out of it.
final class ForeignRefs {
    private ForeignRefs() {}

    static Set<String> in(JsonNode schema) {
        Set<String> ids = new HashSet<>();
        Set<String> refs = new LinkedHashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(schema);
        while (!open.isEmpty()) {
            JsonNode node = open.removeFirst();
            for (String keyword : new String[] {"$ref", "$dynamicRef"}) {
                String ref = node.path(keyword).asString("#");
                if (!ref.startsWith("#")) {
                    refs.add(ref);
                }
            }
            if (node.path("$id").isString()) {
                ids.add(node.path("$id").stringValue());
            }
            node.forEach(open::add);
        }
        refs.removeIf(ref -> ids.stream().anyMatch(id -> id.endsWith(ref) || ref.startsWith(id)));
        return refs;
    }
}
