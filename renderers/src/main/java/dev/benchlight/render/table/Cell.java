package dev.benchlight.render.table;

import dev.benchlight.render.Invisible;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

import java.util.Comparator;

/// How one member of a row is shown, ordered and written out. A member that is missing, one that is
/// `null` and one that is an empty string are three things.
final class Cell {
    private static final int LONGEST = 500;

    /// Numbers by value, then text, `false`, `true`, arrays and objects, `null`, and what is
    /// missing.
    static final Comparator<@Nullable JsonNode> ORDER =
            Comparator.comparingInt(Cell::rank).thenComparing(Cell::compareAlike);

    private Cell() {}

    /// What stands in the table, on one line; empty for what is missing.
    static String shown(@Nullable JsonNode value) {
        String text = value == null ? "" : text(value);
        return text.isEmpty() && value != null ? "\"\"" : Invisible.brief(text, LONGEST);
    }

    /// The style class that tells the kinds apart.
    static String style(@Nullable JsonNode value) {
        if (value == null) {
            return "cell-missing";
        } else if (value.isNumber()) {
            return "cell-number";
        } else if (value.isString()) {
            return value.stringValue().isEmpty() ? "cell-empty" : "cell-text";
        } else {
            return value.isNull() ? "cell-empty" : "cell-json";
        }
    }

    /// A string as it is, anything else as compact JSON.
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /// The value in separated text. A string is quoted where it could be taken for something else:
    /// a separator, a line's end, nothing at all, or `null`.
    static String separated(@Nullable JsonNode value, char separator) {
        if (value == null) {
            return "";
        }
        String text = text(value);
        boolean ambiguous = value.isString() && (text.isEmpty() || text.equals("null"));
        return ambiguous ? '"' + text + '"' : quoted(text, separator);
    }

    /// As in RFC 4180.
    static String quoted(String text, char separator) {
        boolean plain =
                text.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static int rank(@Nullable JsonNode value) {
        if (value == null) {
            return 6;
        }
        return switch (value.getNodeType()) {
            // "not a number" and the infinities, which lenient readers let through
            case NUMBER -> isOdd(value) ? 1 : 0;
            case STRING -> 2;
            case BOOLEAN -> 3;
            case ARRAY, OBJECT -> 4;
            default -> 5;
        };
    }

    private static boolean isOdd(JsonNode value) {
        return value instanceof NumericNode number && number.isNaN();
    }

    private static int compareAlike(@Nullable JsonNode left, @Nullable JsonNode right) {
        if (left == null || right == null) {
            return 0;
        }
        return switch (left.getNodeType()) {
            case NUMBER -> isOdd(left) ? 0 : compareNumbers(left, right);
            case STRING -> left.stringValue().compareToIgnoreCase(right.stringValue());
            case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
            case ARRAY, OBJECT -> Integer.compare(left.size(), right.size());
            default -> 0;
        };
    }

    private static int compareNumbers(JsonNode left, JsonNode right) {
        boolean small = left.isIntegralNumber() && right.isIntegralNumber();
        return small && left.canConvertToLong() && right.canConvertToLong()
                ? Long.compare(left.longValue(), right.longValue())
                : left.decimalValue().compareTo(right.decimalValue());
    }
}
