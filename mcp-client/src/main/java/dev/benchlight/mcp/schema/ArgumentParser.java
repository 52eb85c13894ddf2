package dev.benchlight.mcp.schema;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Turns `name=value` texts of the command line into arguments of the types a schema asks for. A
/// text that does not fit is refused, never converted to something else.
public final class ArgumentParser {
    private final SchemaReader reader;

    private ArgumentParser(SchemaReader reader) {
        this.reader = reader;
    }

    /// What became of the texts.
    public sealed interface Parsed {
        /// All fitted. The numbers are written exactly as they were typed.
        record Arguments(ObjectNode value) implements Parsed {}

        /// One did not fit; code `bad-argument`, and the message names it.
        record Refused(Problem problem) implements Parsed {}
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
                return refused("Expected name=value, got: " + argument, null);
            }
            String name = argument.substring(0, equals);
            String text = argument.substring(equals + 1);
            if (result.has(name)) {
                return refused("The argument " + name + " is given twice.", null);
            }
            List<JsonNode> schemas = members.of(name);
            if (schemas.isEmpty()) {
                return refused("There is no argument " + name + ".", hint(name, members.names()));
            }
            JsonNode value = firstFit(schemas, text);
            if (value == null) {
                Field field = reader.read(schemas.getFirst());
                return refused(
                        "The argument "
                                + name
                                + " must be "
                                + expected(field)
                                + ", got: "
                                + JsonText.quote(text),
                        null);
            }
            result.set(name, value);
        }
        return new Parsed.Arguments(result);
    }

    private @Nullable JsonNode firstFit(List<JsonNode> schemas, String text) {
        for (JsonNode schema : schemas) {
            JsonNode value = convert(reader.read(schema), text, 0);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable JsonNode convert(Field field, String text, int depth) {
        JsonNode value =
                switch (field) {
                    case Field.Text ignored -> StringNode.valueOf(text);
                    case Field.Numeric number -> number(text, number.integer());
                    case Field.Toggle ignored -> json(text, JsonNode::isBoolean);
                    case Field.Choice choice -> option(choice.options(), text);
                    case Field.MultiChoice ignored -> json(text, JsonNode::isArray);
                    case Field.Items ignored -> json(text, JsonNode::isArray);
                    case Field.Group ignored -> json(text, JsonNode::isObject);
                    case Field.Variants variants -> variant(variants, text, depth);
                    case Field.AnyJson ignored -> {
                        JsonNode any = json(text, node -> true);
                        yield any == null ? StringNode.valueOf(text) : any;
                    }
                };
        boolean asNull = value == null && field.facts().nullable() && "null".equals(text);
        return asNull ? JsonNodeFactory.instance.nullNode() : value;
    }

    /// A text that is JSON of another type the schema allows is that; a string is what is left.
    private @Nullable JsonNode variant(Field.Variants variants, String text, int depth) {
        JsonNode asString = null;
        for (Field.Variant variant : variants.variants()) {
            Field field = reader.read(variant.schema());
            JsonNode value = depth > 10 ? null : convert(field, text, depth + 1);
            if (value != null && field instanceof Field.Text) {
                asString = value;
            } else if (value != null) {
                return value;
            }
        }
        return asString;
    }

    private static @Nullable JsonNode option(List<Field.Option> options, String text) {
        for (Field.Option option : options) {
            if (option.value().isString() && option.value().stringValue().equals(text)) {
                return option.value();
            }
        }
        JsonNode typed = json(text, node -> true);
        return options.stream()
                .map(Field.Option::value)
                .filter(value -> !value.isString() && value.equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable JsonNode number(String text, boolean integer) {
        if (!JsonText.isNumber(text)) {
            return null;
        }
        try {
            JsonDocument document = JsonDocument.parse(text);
            boolean whole =
                    !integer || document.tree().isIntegralNumber() || isWhole(document.tree());
            return whole ? document.wireTree() : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static boolean isWhole(JsonNode number) {
        return number.isBigDecimal() && number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static @Nullable JsonNode json(String text, Predicate<JsonNode> wanted) {
        try {
            JsonNode node = JsonDocument.parse(text).wireTree();
            return wanted.test(node) ? node : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static String expected(Field field) {
        String type =
                switch (field) {
                    case Field.Text ignored -> "a string";
                    case Field.Numeric number -> number.integer() ? "an integer" : "a number";
                    case Field.Toggle ignored -> "true or false";
                    case Field.Choice choice -> "one of " + labels(choice.options());
                    case Field.MultiChoice ignored -> "a JSON array";
                    case Field.Items ignored -> "a JSON array";
                    case Field.Group ignored -> "a JSON object";
                    case Field.Variants variants ->
                            "one of: "
                                    + String.join(
                                            ", ",
                                            variants.variants().stream()
                                                    .map(Field.Variant::label)
                                                    .toList());
                    case Field.AnyJson ignored -> "JSON";
                };
        return field.facts().nullable() ? type + " or null" : type;
    }

    private static String labels(List<Field.Option> options) {
        List<String> labels = new ArrayList<>();
        options.forEach(option -> labels.add(option.value().toString()));
        return String.join(", ", labels);
    }

    private static String hint(String name, List<String> names) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> near =
                names.stream()
                        .filter(n -> isNear(n.toLowerCase(Locale.ROOT), wanted))
                        .limit(5)
                        .toList();
        List<String> shown = near.isEmpty() ? names.stream().limit(10).toList() : near;
        return shown.isEmpty()
                ? "The schema allows no arguments."
                : (near.isEmpty() ? "There are: " : "Did you mean: ") + String.join(", ", shown);
    }

    private static boolean isNear(String name, String wanted) {
        return Math.min(name.length(), wanted.length()) >= 3
                && (name.contains(wanted) || wanted.contains(name) || distance(name, wanted) <= 2);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static Parsed refused(String message, @Nullable String hint) {
        return new Parsed.Refused(new Problem("bad-argument", Layer.INPUT, message, hint, null));
    }
}
