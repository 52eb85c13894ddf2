package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The members an object schema knows, over all its variants and conditions.
final class Members {
    private static final int MAX_FIELDS = 100;

    private final SchemaReader reader;
    private final Map<String, List<JsonNode>> named = new LinkedHashMap<>();
    private final Map<String, JsonNode> patterns = new LinkedHashMap<>();
    private final List<JsonNode> others = new ArrayList<>();
    private int fields;

    private Members(SchemaReader reader) {
        this.reader = reader;
    }

    static Members of(SchemaReader reader, JsonNode schema) {
        Members members = new Members(reader);
        members.collect(reader.read(schema));
        return members;
    }

    private void collect(Field field) {
        if (fields++ >= MAX_FIELDS) {
            others.add(BooleanNode.TRUE);
            return;
        }
        switch (field) {
            case Field.Group group -> {
                addAll(group);
                JsonNode rest = group.facts().schema().path("additionalProperties");
                boolean closed = rest.isBoolean() && !rest.booleanValue();
                if (group.others() != null && !closed) {
                    others.add(group.others());
                }
            }
            case Field.Variants variants ->
                    variants.variants().forEach(v -> collect(reader.read(v.schema())));
            default -> others.add(BooleanNode.TRUE);
        }
    }

    private void addAll(Field.Group group) {
        group.properties().forEach(this::add);
        JsonNode schema = group.facts().schema();
        schema.path("patternProperties").properties().stream()
                .filter(entry -> Patterns.isPattern(entry.getKey()))
                .forEach(entry -> patterns.putIfAbsent(entry.getKey(), entry.getValue()));
        for (String condition : List.of("then", "else")) {
            if (schema.has(condition)
                    && reader.read(schema.path(condition)) instanceof Field.Group more) {
                more.properties().forEach(this::add);
            }
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
        List<JsonNode> own = named.getOrDefault(name, List.of());
        if (!own.isEmpty()) {
            return List.copyOf(own);
        }
        Patterns matching = new Patterns();
        List<JsonNode> fitting =
                patterns.entrySet().stream()
                        .filter(entry -> matching.compile(entry.getKey()).matches(name))
                        .map(Map.Entry::getValue)
                        .toList();
        return fitting.isEmpty() ? List.copyOf(others) : fitting;
    }

    List<String> names() {
        return List.copyOf(named.keySet());
    }
}
