package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The members an object schema knows, over all its variants.
///
/// @param others schemas of members that are not named
record Members(Map<String, List<JsonNode>> named, List<JsonNode> others) {
    private static final int MAX_DEPTH = 5;

    static Members of(SchemaReader reader, JsonNode schema) {
        Members members = new Members(new LinkedHashMap<>(), new ArrayList<>());
        members.collect(reader, reader.read(schema), 0);
        return members;
    }

    private void collect(SchemaReader reader, Field field, int depth) {
        switch (field) {
            case Field.Group group -> {
                group.properties().forEach(this::add);
                if (group.others() != null) {
                    others.add(group.others());
                }
            }
            case Field.Variants variants when depth < MAX_DEPTH ->
                    variants.variants()
                            .forEach(v -> collect(reader, reader.read(v.schema()), depth + 1));
            default -> others.add(BooleanNode.TRUE);
        }
    }

    private void add(Field.Property property) {
        List<JsonNode> schemas = named.computeIfAbsent(property.name(), n -> new ArrayList<>());
        if (!schemas.contains(property.schema())) {
            schemas.add(property.schema());
        }
    }

    /// The schemas a member of that name may have; empty if it is not allowed.
    List<JsonNode> of(String name) {
        return named.getOrDefault(name, others);
    }

    List<String> names() {
        return List.copyOf(named.keySet());
    }
}
