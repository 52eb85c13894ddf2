package dev.benchlight.mcp.schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads schemas as form fields, one level at a time. Immutable; safe for any thread.
public final class SchemaReader {
    private static final int MAX_ALONE = 20;
    private static final int MOST_SEEN_AT_ONCE = 100;

    private final Flattener flattener;

    /// @param root the whole schema, which references point into
    public SchemaReader(JsonNode root) {
        this.flattener = new Flattener(root);
    }

    /// The schema that allows everything.
    public JsonNode anything() {
        return BooleanNode.TRUE;
    }

    /// The field of a schema that stands in the root schema.
    public Field read(JsonNode schema) {
        Flattener.Flat flat = flattener.flatten(schema);
        if (flat.problem() != null) {
            return new Field.AnyJson(facts(flat.schema(), false), flat.problem());
        }
        return field(flat.schema(), false, 0);
    }

    /// @param alone how many variants that stood alone were gone through to here
    private Field field(ObjectNode schema, boolean nullable, int alone) {
        if (alone > MAX_ALONE) {
            return new Field.AnyJson(
                    facts(schema, nullable), "The schema refers to itself without end.");
        }
        Field choice = choice(schema, nullable);
        if (choice != null) {
            return choice;
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (schema.path(keyword).isArray() && !schema.path(keyword).isEmpty()) {
                Field variants = variants(schema, keyword, nullable, alone);
                if (variants != null) {
                    return variants;
                }
            }
        }
        Set<String> types = types(schema);
        boolean orNull = nullable || (types.size() > 1 && types.remove("null"));
        if (types.size() > 1) {
            List<Field.Variant> variants = new ArrayList<>();
            for (String type : types) {
                variants.add(new Field.Variant(type, copy(schema).put("type", type)));
            }
            return new Field.Variants(facts(schema, orNull), variants);
        }
        return ofType(
                schema, types.isEmpty() ? "" : types.iterator().next(), facts(schema, orNull));
    }

    private Field ofType(ObjectNode schema, String type, Field.Facts facts) {
        return switch (type) {
            case "string" ->
                    new Field.Text(
                            facts,
                            schema.path("format").asString(""),
                            schema.path("maxLength").asLong(0) > 200);
            case "integer", "number" -> new Field.Numeric(facts, "integer".equals(type));
            case "boolean" -> new Field.Toggle(facts);
            case "object" -> group(schema, facts);
            case "array" -> items(schema, facts);
            case "null" ->
                    new Field.Choice(
                            facts,
                            List.of(new Field.Option(JsonNodeFactory.instance.nullNode(), "null")));
            case "" -> new Field.AnyJson(facts, "The schema allows any JSON value.");
            default -> new Field.AnyJson(facts, "The schema names an unknown type: " + type);
        };
    }

    private static Field group(ObjectNode schema, Field.Facts facts) {
        Set<String> required = new LinkedHashSet<>();
        schema.path("required")
                .valueStream()
                .filter(JsonNode::isString)
                .forEach(name -> required.add(name.stringValue()));
        List<Field.Property> properties = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(p ->
                        properties.add(
                                new Field.Property(
                                        p.getKey(), p.getValue(), required.contains(p.getKey()))));
        required.stream()
                .filter(name -> schema.path("properties").path(name).isMissingNode())
                .forEach(name -> properties.add(new Field.Property(name, BooleanNode.TRUE, true)));
        JsonNode others = schema.path("additionalProperties");
        boolean closed = others.isBoolean() && !others.booleanValue();
        if (closed && schema.path("patternProperties").size() > 0) {
            return new Field.Group(facts, properties, BooleanNode.TRUE);
        }
        return new Field.Group(
                facts,
                properties,
                closed ? null : others.isMissingNode() ? BooleanNode.TRUE : others);
    }

    private Field items(ObjectNode schema, Field.Facts facts) {
        JsonNode tuple =
                schema.path("items").isArray() ? schema.path("items") : schema.path("prefixItems");
        JsonNode rest =
                schema.path("items").isArray()
                        ? schema.path("additionalItems")
                        : schema.path("items");
        boolean closed = rest.isBoolean() && !rest.booleanValue();
        JsonNode others = closed ? null : rest.isMissingNode() ? BooleanNode.TRUE : rest;
        if (tuple.isEmpty()
                && others != null
                && schema.path("uniqueItems").asBoolean(false)
                && choice(flattener.flatten(others).schema(), false) instanceof Field.Choice choice
                && choice.options().size() <= MOST_SEEN_AT_ONCE) {
            return new Field.MultiChoice(facts, choice.options());
        }
        return new Field.Items(
                facts, StreamSupport.stream(tuple.spliterator(), false).toList(), others);
    }

    private @Nullable Field choice(ObjectNode schema, boolean nullable) {
        if (schema.has("const")) {
            JsonNode value = schema.path("const");
            return new Field.Choice(
                    facts(schema, nullable), List.of(new Field.Option(value, label(value))));
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            List<Field.Option> options = new ArrayList<>();
            JsonNode names = schema.path("enumNames");
            int index = 0;
            for (JsonNode value : schema.path("enum")) {
                options.add(new Field.Option(value, names.path(index++).asString(label(value))));
            }
            return new Field.Choice(facts(schema, nullable), options);
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<Field.Option> options = constants(schema.path(keyword));
            if (!options.isEmpty()) {
                return new Field.Choice(facts(schema, nullable), options);
            }
        }
        return null;
    }

    private static List<Field.Option> constants(JsonNode branches) {
        List<Field.Option> options = new ArrayList<>();
        for (JsonNode branch : branches) {
            if (!branch.has("const")) {
                return List.of();
            }
            JsonNode value = branch.path("const");
            options.add(new Field.Option(value, branch.path("title").asString(label(value))));
        }
        return options;
    }

    /// The variants of one keyword; null if its branches only add constraints such as `required`.
    private @Nullable Field variants(
            ObjectNode schema, String keyword, boolean nullable, int alone) {
        List<ObjectNode> shapes = new ArrayList<>();
        boolean orNull = nullable;
        boolean shaped = false;
        ObjectNode base = copy(schema).without(keyword);
        for (JsonNode branch : schema.path(keyword)) {
            ObjectNode flat = flattener.flatten(branch).schema();
            if ("null".equals(flat.path("type").asString(""))) {
                orNull = true;
                continue;
            }
            shaped |= isShape(flat);
            shapes.add(Flattener.merge(base, flat));
        }
        if (!shaped) {
            return null;
        }
        if (shapes.size() == 1) {
            return field(shapes.getFirst(), orNull, alone + 1);
        }
        List<Field.Variant> variants = new ArrayList<>();
        for (ObjectNode shape : shapes) {
            ObjectNode named = shape;
            if (shape.path("title").equals(schema.path("title"))) {
                named = copy(shape).without("title");
            }
            variants.add(
                    new Field.Variant(variantLabel(named, schema, variants.size() + 1), shape));
        }
        return new Field.Variants(facts(schema, orNull), variants);
    }

    private static boolean isShape(ObjectNode schema) {
        return List.of(
                        "type",
                        "properties",
                        "items",
                        "prefixItems",
                        "const",
                        "enum",
                        "oneOf",
                        "anyOf",
                        "$ref")
                .stream()
                .anyMatch(schema::has);
    }

    private static String variantLabel(ObjectNode shape, ObjectNode base, int number) {
        if (shape.has("title")) {
            return shape.path("title").asString("");
        }
        for (var property : shape.path("properties").properties()) {
            if (property.getValue().has("const")) {
                return property.getKey() + ": " + label(property.getValue().path("const"));
            }
        }
        String type = String.join(" or ", types(shape));
        if (!"object".equals(type) && !type.isEmpty()) {
            return type;
        }
        String members =
                shape.path("properties").propertyNames().stream()
                        .filter(name -> !base.path("properties").has(name))
                        .limit(3)
                        .collect(Collectors.joining(", "));
        return members.isEmpty() ? "variant " + number : members;
    }

    private static Set<String> types(ObjectNode schema) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(t -> types.add(t.asString("")));
        } else if (type.isString()) {
            types.add(type.stringValue());
        } else if (schema.has("properties") || schema.has("additionalProperties")) {
            types.add("object");
        } else if (schema.has("items") || schema.has("prefixItems")) {
            types.add("array");
        } else if (schema.has("pattern") || schema.has("minLength") || schema.has("maxLength")) {
            types.add("string");
        } else if (schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf")) {
            types.add("number");
        }
        return types;
    }

    private static Field.Facts facts(ObjectNode schema, boolean nullable) {
        return new Field.Facts(
                schema,
                schema.path("title").asString(""),
                schema.path("description").asString(""),
                nullable,
                schema.path("deprecated").asBoolean(false),
                schema.path("readOnly").asBoolean(false),
                schema.get("default"),
                Limits.inWords(schema));
    }

    /// A schema of its own, over the same schemas below.
    private static ObjectNode copy(ObjectNode schema) {
        return JsonNodeFactory.instance.objectNode().setAll(schema);
    }

    private static String label(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
