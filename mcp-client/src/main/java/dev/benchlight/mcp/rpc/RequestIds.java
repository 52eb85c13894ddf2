package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Request ids as they come back: exact, of a changed type, or only guessed.
final class RequestIds {
    private static final Pattern AT_THE_START =
            Pattern.compile(
                    "^\\s*\\{\\s*(?:\"jsonrpc\"\\s*:\\s*\"2\\.0\"\\s*,\\s*)?\"id\"\\s*:\\s*(\\d{1,18})\\b");
    private static final Pattern AT_THE_END =
            Pattern.compile(
                    "\"id\"\\s*:\\s*(\\d{1,18})\\s*(?:,\\s*\"jsonrpc\"\\s*:\\s*\"2\\.0\"\\s*)?\\}\\s*$");

    private RequestIds() {}

    /// The id if it is a number with an integral value. A string of digits is not one.
    static OptionalLong exact(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong()
                ? OptionalLong.of(id.asLong())
                : OptionalLong.empty();
    }

    /// The id a string or fractional number stands for, had its type been kept.
    static OptionalLong swapped(JsonNode id) {
        if (id.isString() && id.asString().matches("\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(id.asString()));
        }
        double number = id.isFloatingPointNumber() ? id.asDouble(0.5) : 0.5;
        return number == Math.rint(number) ? OptionalLong.of((long) number) : OptionalLong.empty();
    }

    /// The id in bytes that could not be read as a whole, where it stands in a usual place.
    static OptionalLong guess(byte[] head, byte[] tail) {
        Matcher start = AT_THE_START.matcher(text(head, 0, Math.min(200, head.length)));
        if (start.find()) {
            return OptionalLong.of(Long.parseLong(start.group(1)));
        }
        byte[] last = tail.length > 0 ? tail : head;
        int from = Math.max(0, last.length - 200);
        Matcher end = AT_THE_END.matcher(text(last, from, last.length));
        return end.find() ? OptionalLong.of(Long.parseLong(end.group(1))) : OptionalLong.empty();
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
