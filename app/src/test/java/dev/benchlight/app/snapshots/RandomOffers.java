package dev.benchlight.app.snapshots;

import dev.benchlight.app.doctor.Offer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Catalogues of random schemas.
final class RandomOffers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TYPES =
            List.of("string", "number", "integer", "boolean", "object", "array", "null");
    private static final Set<String> SETS = Set.of("required", "enum", "type", "anyOf");

    private RandomOffers() {}

    static Offer offer(Random random) {
        List<JsonNode> tools = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            ObjectNode tool = NODES.objectNode().put("name", "tool" + i);
            tool.put("description", "text " + random.nextInt(3));
            tool.set("inputSchema", schema(random, 3).put("type", "object"));
            tools.add(tool);
        }
        ObjectNode server = NODES.objectNode().put("instructions", "text " + random.nextInt(3));
        server.putObject("capabilities").putObject("tools");
        return new Offer(false, server, tools, List.of(), List.of(), List.of());
    }

    private static ObjectNode schema(Random random, int depth) {
        ObjectNode schema = NODES.objectNode();
        if (random.nextBoolean()) {
            ArrayNode types = schema.putArray("type");
            types.add(TYPES.get(random.nextInt(TYPES.size()))).add("null");
        }
        if (random.nextInt(3) == 0) {
            schema.putArray("enum").add("a" + random.nextInt(9)).add("b").add(random.nextInt(9));
        }
        if (random.nextInt(3) == 0) {
            schema.put("minimum", random.nextInt(9)).put("default", random.nextDouble());
        }
        for (int i = 0; depth > 0 && i < 3; i++) {
            schema.withObject("/properties").set("p" + i, schema(random, depth - 1));
            schema.withArray("/required").add("p" + i);
        }
        if (depth > 0 && random.nextBoolean()) {
            schema.putArray("anyOf")
                    .add(schema(random, 0))
                    .add(schema(random, 0).put("minLength", 1));
        }
        return schema;
    }

    /// The same with everything in another order that has none.
    static Offer shuffled(Offer offer, Random random) {
        List<JsonNode> tools =
                new ArrayList<>(
                        offer.tools().stream().map(tool -> shuffled("", tool, random)).toList());
        Collections.shuffle(tools, random);
        JsonNode server = shuffled("", offer.server(), random);
        return new Offer(false, server, tools, List.of(), List.of(), List.of());
    }

    private static JsonNode shuffled(String name, JsonNode json, Random random) {
        if (json.isObject()) {
            List<String> names = new ArrayList<>(json.propertyNames());
            Collections.shuffle(names, random);
            ObjectNode result = NODES.objectNode();
            names.forEach(each -> result.set(each, shuffled(each, json.path(each), random)));
            return result;
        }
        if (json.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            json.forEach(item -> items.add(shuffled("", item, random)));
            if (SETS.contains(name)) {
                Collections.shuffle(items, random);
            }
            ArrayNode result = NODES.arrayNode();
            items.forEach(result::add);
            return result;
        }
        return json;
    }
}
