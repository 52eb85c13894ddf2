package dev.benchlight.mcp.schema;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.LineColumn;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Turns `name=value` texts of the command line into arguments of the types a schema asks for. A
/// text that does not fit is refused, never converted to something else.
///
/// Where the schema allows several types, a text that is JSON of one of them is that (`5`, `null`,
/// `[1]`), and else a string.
public final class ArgumentParser {
    private static final int MAX_CONVERSIONS = 300;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_LABELS = 30;
    private static final int MAX_SHOWN = 100;

    private final SchemaReader reader;
    private int conversions;

    private ArgumentParser(SchemaReader reader) {
        this.reader = reader;
    }

    /// What became of the texts.
    public sealed interface Parsed {
        /// All fitted. The numbers are written exactly as they were typed.
        record Arguments(ObjectNode value) implements Parsed {}

        /// One did not fit; code `bad-argument`, and the message names it.
        record Refused(Problem problem) implements Parsed {}

        /// The schema allows no argument of that name.
        ///
        /// @param known the names it does know
        record Unknown(String name, List<String> known) implements Parsed {}
    }

    /// Converts each text by the type its property has in `schema`. Whether the whole is valid (all
    /// that is required there, in range, …) is for [SchemaValidator].
    public static Parsed parse(JsonNode schema, List<String> arguments) {
        return new ArgumentParser(new SchemaReader(schema)).parseAll(schema, arguments);
    }

    private Parsed parseAll(JsonNode schema, List<String> arguments) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Members members = Members.of(reader, schema);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                return refused("Expected name=value, got: " + cut(argument), null);
            }
            String name = argument.substring(0, equals);
            String text = argument.substring(equals + 1);
            if (result.has(name)) {
                return refused("The argument " + name + " is given twice.", null);
            }
            List<JsonNode> schemas = members.of(name);
            if (schemas.isEmpty()) {
                return new Parsed.Unknown(name, members.names());
            }
            JsonNode value = convertAny(schemas, text, 0);
            if (value == null) {
                return unfitting(name, text, reader.read(schemas.getFirst()));
            }
            result.set(name, value);
        }
        return new Parsed.Arguments(result);
    }

    private Parsed unfitting(String name, String text, Field field) {
        String message =
                "The argument %s must be %s, got: %s"
                        .formatted(name, expected(field), JsonText.quote(cut(text)));
        boolean json =
                field instanceof Field.Items
                        || field instanceof Field.Group
                        || field instanceof Field.MultiChoice;
        return refused(message, json ? notJson(text) : null);
    }

    private static @Nullable String notJson(String text) {
        try {
            JsonDocument.parse(text);
            return null;
        } catch (JsonSyntaxException e) {
            return "It is not JSON: %s at character %d."
                    .formatted(e.getMessage(), LineColumn.of(text, e.offset()).column());
        }
    }

    /// A text that is JSON of another type the schemas allow is that; a string is what is left.
    private @Nullable JsonNode convertAny(List<JsonNode> schemas, String text, int depth) {
        JsonNode asString = null;
        for (JsonNode schema : schemas) {
            if (conversions++ >= MAX_CONVERSIONS || depth > MAX_DEPTH) {
                break;
            }
            JsonNode value = convert(reader.read(schema), text, depth);
            if (value != null && !value.isString()) {
                return value;
            }
            asString = asString == null ? value : asString;
        }
        return asString;
    }

    private @Nullable JsonNode convert(Field field, String text, int depth) {
        if (field.facts().nullable() && "null".equals(text)) {
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (field) {
            case Field.Text ignored -> StringNode.valueOf(text);
            case Field.Numeric number -> number(text, number.integer());
            case Field.Toggle ignored -> json(text, JsonNode::isBoolean);
            case Field.Choice choice -> option(choice.options(), text);
            case Field.MultiChoice ignored -> json(text, JsonNode::isArray);
            case Field.Items ignored -> json(text, JsonNode::isArray);
            case Field.Group ignored -> json(text, JsonNode::isObject);
            case Field.Variants variants ->
                    convertAny(
                            variants.variants().stream().map(Field.Variant::schema).toList(),
                            text,
                            depth + 1);
            case Field.AnyJson ignored -> {
                JsonNode any = json(text, node -> true);
                yield any == null ? StringNode.valueOf(text) : any;
            }
        };
    }

    private static @Nullable JsonNode option(List<Field.Option> options, String text) {
        for (Field.Option option : options) {
            if (option.value().isString() && option.value().stringValue().equals(text)) {
                return option.value();
            }
        }
        try {
            JsonDocument typed = JsonDocument.parse(text);
            return options.stream().anyMatch(option -> isSame(option.value(), typed.tree()))
                    ? typed.wireTree()
                    : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    /// Numbers are the same if their values are, as in JSON Schema.
    private static boolean isSame(JsonNode option, JsonNode typed) {
        return option.isNumber() && typed.isNumber()
                ? option.decimalValue().compareTo(typed.decimalValue()) == 0
                : !option.isString() && option.equals(typed);
    }

    private static @Nullable JsonNode number(String text, boolean integer) {
        if (!JsonText.isNumber(text)) {
            return null;
        }
        try {
            JsonDocument document = JsonDocument.parse(text);
            return integer && !isWhole(text, document.tree()) ? null : document.wireTree();
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static boolean isWhole(String text, JsonNode number) {
        if (number.isBigDecimal()) {
            return number.decimalValue().stripTrailingZeros().scale() <= 0;
        }
        // What is too large for arithmetic is only text.
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        return exponent < 0 ? text.indexOf('.') < 0 : text.charAt(exponent + 1) != '-';
    }

    private static @Nullable JsonNode json(String text, Predicate<JsonNode> wanted) {
        try {
            JsonNode node = JsonDocument.parse(text).wireTree();
            return wanted.test(node) ? node : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private String expected(Field field) {
        return expected(field, new int[] {MAX_CONVERSIONS});
    }

    private String expected(Field field, int[] steps) {
        String type =
                switch (field) {
                    case Field.Text ignored -> "a string";
                    case Field.Numeric number -> number.integer() ? "an integer" : "a number";
                    case Field.Toggle ignored -> "true or false";
                    case Field.Choice choice -> "one of " + labels(choice.options());
                    case Field.MultiChoice ignored -> "a JSON array";
                    case Field.Items ignored -> "a JSON array";
                    case Field.Group ignored -> "a JSON object";
                    case Field.Variants variants -> {
                        Set<String> shapes = new LinkedHashSet<>();
                        shapes(variants, shapes, steps);
                        yield switch (shapes.size()) {
                            case 0 -> "what one of the variants of its schema allows";
                            case 1 -> shapes.iterator().next();
                            default -> "one of: " + String.join(", ", shapes);
                        };
                    }
                    case Field.AnyJson ignored -> "JSON";
                };
        return field.facts().nullable() ? type + " or null" : type;
    }

    /// What the variants take; objects are told apart by name. A bounded number of them, for
    /// variants within variants may be more than can be counted.
    private void shapes(Field.Variants variants, Set<String> shapes, int[] steps) {
        for (Field.Variant variant : variants.variants()) {
            if (steps[0]-- <= 0 || shapes.size() >= MAX_LABELS) {
                return;
            }
            switch (reader.read(variant.schema())) {
                case Field.Variants inner -> shapes(inner, shapes, steps);
                case Field.Group group when !variant.isNameless() ->
                        shapes.add(expected(group, steps) + " (" + variant.label() + ")");
                case Field field -> shapes.add(expected(field, steps));
            }
        }
    }

    private static String labels(List<Field.Option> options) {
        String labels =
                options.stream()
                        .limit(MAX_LABELS)
                        .map(option -> option.value().toString())
                        .collect(Collectors.joining(", "));
        return options.size() > MAX_LABELS ? labels + ", …" : labels;
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static Parsed refused(String message, @Nullable String hint) {
        return new Parsed.Refused(new Problem("bad-argument", Layer.INPUT, message, hint, null));
    }
}
