package dev.benchlight.mcp.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.RawValue;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Turns values of a text into Jackson trees.
///
/// A number with so many digits that arithmetic would take seconds, or with an exponent beyond an
/// `int`, always becomes a node that only writes its text.
final class JsonTrees {
    private static final int LONGEST_NUMBER = 10_000;

    private final boolean exact;

    /// @param exact whether a value that Jackson would write in another way (`1e400`, `-0`, a lone
    ///   surrogate) becomes a node that writes the text itself too
    JsonTrees(boolean exact) {
        this.exact = exact;
    }

    JsonNode tree(JsonValue value) {
        return switch (value) {
            case JsonValue.Obj object -> object(object);
            case JsonValue.Arr array -> {
                ArrayNode node = JsonNodeFactory.instance.arrayNode(array.items().size());
                array.items().forEach(item -> node.add(tree(item)));
                yield node;
            }
            case JsonValue.Str string -> string(string.value());
            case JsonValue.Num number -> number(number.text());
            case JsonValue.Bool bool -> BooleanNode.valueOf(bool.value());
            case JsonValue.Null ignored -> NullNode.instance;
        };
    }

    private ObjectNode object(JsonValue.Obj object) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        object.members().forEach(member -> node.set(member.name(), tree(member.value())));
        return node;
    }

    private JsonNode string(String value) {
        return exact && JsonText.hasLoneSurrogate(value)
                ? new POJONode(new RawValue(JsonText.quote(value)))
                : StringNode.valueOf(value);
    }

    private JsonNode number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return raw(text);
        }
        boolean integer = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        if (integer) {
            BigInteger value = new BigInteger(text);
            return exact && !value.toString().equals(text) ? raw(text) : integer(value);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException exponentBeyondInt) {
            return raw(text);
        }
        return exact && !value.toString().equals(text) ? raw(text) : DecimalNode.valueOf(value);
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : BigIntegerNode.valueOf(value);
    }

    private static JsonNode raw(String text) {
        return new POJONode(new RawValue(text));
    }
}
