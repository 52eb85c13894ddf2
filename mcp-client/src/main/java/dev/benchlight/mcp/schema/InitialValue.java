package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a new form starts with: required members that have a default or only one possible value.
/// Optional ones are not sent until they are set.
public final class InitialValue {
    // A schema may require itself, once or many times over, without end.
    private static final int MAX_DEPTH = 10;
    private static final int MAX_READS = 500;

    private final SchemaReader reader;
    private int reads;

    private InitialValue(SchemaReader reader) {
        this.reader = reader;
    }

    /// The first arguments for a whole schema.
    public static ObjectNode of(JsonNode schema) {
        SchemaReader reader = new SchemaReader(schema);
        return reader.read(schema) instanceof Field.Group group
                ? of(reader, group)
                : JsonNodeFactory.instance.objectNode();
    }

    /// The first members of an object.
    public static ObjectNode of(SchemaReader reader, Field.Group group) {
        return new InitialValue(reader).members(group, 0);
    }

    /// The first value of a new item or member: its default, or the emptiest value of its type.
    public static JsonNode blank(SchemaReader reader, JsonNode schema) {
        return blank(reader, reader.read(schema));
    }

    /// The first value of a field: its default, or the emptiest value of its type.
    public static JsonNode blank(SchemaReader reader, Field field) {
        return new InitialValue(reader).blank(field, 0);
    }

    private JsonNode blank(Field field, int depth) {
        JsonNode preset = field.facts().defaultValue();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (preset != null) {
            return preset.deepCopy();
        }
        if (depth > MAX_DEPTH) {
            return json.nullNode();
        }
        return switch (field) {
            case Field.Text ignored -> json.stringNode("");
            case Field.Numeric ignored -> json.numberNode(0);
            case Field.Toggle ignored -> json.booleanNode(false);
            case Field.Choice choice -> choice.options().getFirst().value();
            case Field.MultiChoice ignored -> json.arrayNode();
            case Field.Items ignored -> json.arrayNode();
            case Field.Group group -> members(group, depth + 1);
            case Field.Variants variants ->
                    blank(reader.read(variants.variants().getFirst().schema()), depth + 1);
            case Field.AnyJson ignored -> json.nullNode();
        };
    }

    private ObjectNode members(Field.Group group, int depth) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Field.Property property : group.properties()) {
            if (!property.required() || reads++ > MAX_READS) {
                continue;
            }
            Field field = reader.read(property.schema());
            JsonNode preset = field.facts().defaultValue();
            if (preset != null) {
                result.set(property.name(), preset.deepCopy());
            } else if (field.facts().schema().has("const")) {
                result.set(property.name(), field.facts().schema().path("const"));
            } else if (field instanceof Field.Group inner && depth < MAX_DEPTH) {
                ObjectNode value = members(inner, depth + 1);
                if (!value.isEmpty()) {
                    result.set(property.name(), value);
                }
            }
        }
        return result;
    }
}
