package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.concurrent.atomic.AtomicLong;

/// An object that counts how often its members are asked for: how much work a schema makes.
final class VisitedObject extends ObjectNode {
    private static final long serialVersionUID = 1;

    private final AtomicLong visits;

    private VisitedObject(AtomicLong visits) {
        super(JsonNodeFactory.instance);
        this.visits = visits;
    }

    /// A copy whose objects all count into `visits`.
    static JsonNode in(JsonNode json, AtomicLong visits) {
        if (json.isObject()) {
            VisitedObject copy = new VisitedObject(visits);
            json.forEachEntry((name, value) -> copy.set(name, in(value, visits)));
            return copy;
        }
        if (json.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            json.forEach(value -> copy.add(in(value, visits)));
            return copy;
        }
        return json;
    }

    @Override
    public JsonNode path(String name) {
        visits.incrementAndGet();
        return super.path(name);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
