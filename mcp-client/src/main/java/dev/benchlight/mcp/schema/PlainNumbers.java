package dev.benchlight.mcp.schema;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/// Makes a value one that arithmetic is safe on: a node that only writes its text (`-0`, `1e400`)
/// becomes the number or string it means, and a number so large or small that arithmetic would
/// never end becomes a stand-in of the same sign, just beyond the bound.
final class PlainNumbers {
    private static final int MAX_EXPONENT = 10_000;
    private static final BigDecimal LARGE = new BigDecimal("1e" + MAX_EXPONENT);
    private static final BigDecimal SMALL = new BigDecimal("1e-" + MAX_EXPONENT);

    private final Set<JsonPointer> standIns = new LinkedHashSet<>();

    private PlainNumbers() {}

    /// @param standIns where a number was replaced
    record Plain(JsonNode value, Set<JsonPointer> standIns) {}

    static Plain of(JsonNode value) {
        PlainNumbers numbers = new PlainNumbers();
        return new Plain(numbers.plain(value, JsonPointer.empty()), numbers.standIns);
    }

    /// Whether arithmetic on the number could take for ever.
    static boolean isBeyond(JsonNode number) {
        return number.isBigDecimal()
                && Math.abs((long) number.decimalValue().scale()) > MAX_EXPONENT;
    }

    /// The validator takes an integer for a `long` unless it comes as a BigInteger.
    private static JsonNode integral(JsonNode number) {
        boolean beyondLong =
                number.isBigDecimal()
                        && !number.canConvertToLong()
                        && number.decimalValue().stripTrailingZeros().scale() <= 0;
        return beyondLong
                ? JsonNodeFactory.instance.numberNode(number.decimalValue().toBigInteger())
                : number;
    }

    /// Whether such a number is anywhere in the value.
    static boolean hasBeyond(JsonNode value) {
        return value.isPojo()
                || isBeyond(value)
                || value.valueStream().anyMatch(PlainNumbers::hasBeyond);
    }

    private JsonNode plain(JsonNode value, JsonPointer at) {
        if (value.isArray()) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> result.add(plain(item, at.appendIndex(result.size()))));
            return result;
        }
        if (value.isObject()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            for (var member : value.properties()) {
                JsonPointer inner = at.appendProperty(member.getKey());
                result.set(member.getKey(), plain(member.getValue(), inner));
            }
            return result;
        }
        if (value.isPojo()) {
            return written(value.toString(), at);
        }
        return isBeyond(value) ? standIn(value.decimalValue().toString(), at) : integral(value);
    }

    private JsonNode written(String text, JsonPointer at) {
        try {
            JsonNode value = JsonDocument.parse(text).tree();
            boolean plain = !value.isPojo() && !isBeyond(value);
            return plain ? integral(value) : standIn(text, at);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("a node that does not write JSON: " + text, e);
        }
    }

    /// @param text a number with a huge exponent, or with very many digits
    private JsonNode standIn(String text, JsonPointer at) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        boolean negative = text.startsWith("-");
        boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) {
            return JsonNodeFactory.instance.numberNode(0);
        }
        boolean small =
                exponent < 0
                        ? digits.startsWith(negative ? "-0." : "0.")
                        : text.charAt(exponent + 1) == '-';
        standIns.add(at);
        BigDecimal size = small ? SMALL : LARGE;
        return integral(DecimalNode.valueOf(negative ? size.negate() : size));
    }
}
