package dev.benchlight.app.snapshots;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// JSON in one form for all that means the same: members by name, numbers without needless digits,
/// and the lists that JSON Schema takes for sets in order.
final class Canonical {
    private static final Set<String> SETS =
            Set.of("required", "enum", "type", "anyOf", "oneOf", "allOf");
    private static final int LONGEST = 40;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Canonical() {}

    static JsonNode of(JsonNode json) {
        return of("", json);
    }

    private static JsonNode of(String name, JsonNode json) {
        if (json.isObject()) {
            ObjectNode sorted = NODES.objectNode();
            for (String member : new TreeSet<>(json.propertyNames())) {
                sorted.set(member, of(member, json.path(member)));
            }
            return sorted;
        }
        if (json.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            json.forEach(item -> items.add(of("", item)));
            if (SETS.contains(name)) {
                items.sort(Comparator.comparing(JsonNode::toString));
            }
            ArrayNode list = NODES.arrayNode();
            items.forEach(list::add);
            return list;
        }
        return json.isNumber() ? NODES.numberNode(plain(json.decimalValue())) : json;
    }

    /// Without digits that say nothing; 100, and not 1E+2.
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean whole = stripped.scale() < 0 && stripped.scale() > -LONGEST;
        return whole ? stripped.setScale(0) : stripped;
    }
}
