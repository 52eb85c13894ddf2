package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonText;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Schemas of all shapes, and values that fit them, nearly fit them, or do not at all, written in
/// all the ways JSON allows. The same seed gives the same ones.
final class RandomSchemas {
    private static final List<String> NUMBERS =
            List.of("0", "-0", "1.0", "1e2", "1E+2", "12345678901234567890", "1e400", "0.10");
    private static final List<String> TEXTS =
            List.of(
                    "\"\"",
                    "\"a b\"",
                    "\"\\u00e9\"",
                    "\"é\"",
                    "\"\\/\"",
                    "\"two\\nlines\\t\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"cr\\r\"",
                    "\"del\u007f\"",
                    "\"12\"",
                    "\"-\"");
    private static final List<String> NAMES = List.of("a", "b c", "", "a/b", "~", "kind", "7");

    private final Random random;

    RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    String schema(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 8)) {
            case 0, 1 ->
                    of(
                            "\"type\":\"string\""
                                    + one("", ",\"format\":\"date\"", ",\"maxLength\":999"));
            case 2 -> of("\"type\":\"" + one("number", "integer") + "\"");
            case 3 -> of("\"type\":\"boolean\"" + one("", ",\"default\":true"));
            case 4 -> of("\"enum\":[1,\"1\",1.0,null,\"a b\",true,\"true\",{\"a\":1e2}]");
            case 5 -> of("\"type\":[\"" + one("string", "number", "object") + "\",\"null\"]");
            case 6 -> of("\"const\":" + scalar());
            case 7 ->
                    one(
                            "true",
                            "false",
                            "{}",
                            "{\"$ref\":\"#/nowhere\"}",
                            "{\"type\":\"odd\"}",
                            "3");
            case 8 -> of("\"type\":\"array\",\"items\":" + schema(depth - 1));
            case 9 ->
                    of(
                            "\"prefixItems\":["
                                    + schema(depth - 1)
                                    + "],\"items\":"
                                    + schema(depth - 1));
            case 10 ->
                    of(
                            "\"type\":\"array\",\"uniqueItems\":true,\"items\":{\"enum\":[\"a\",\"b\",1]}");
            case 11 ->
                    of(
                            "\""
                                    + one("oneOf", "anyOf")
                                    + "\":["
                                    + schema(depth - 1)
                                    + ","
                                    + schema(depth - 1)
                                    + ","
                                    + one("{\"type\":\"null\"}", schema(depth - 1))
                                    + "]");
            default -> object(depth);
        };
    }

    String object(int depth) {
        String properties =
                NAMES.stream()
                        .filter(name -> random.nextBoolean())
                        .map(name -> JsonText.quote(name) + ":" + schema(depth - 1))
                        .collect(Collectors.joining(","));
        return of(
                "\"type\":\"object\",\"properties\":{"
                        + properties
                        + "},\"required\":[\"a\",\"kind\"]"
                        + one(
                                "",
                                ",\"additionalProperties\":false",
                                ",\"additionalProperties\":" + schema(0)));
    }

    private static String of(String keywords) {
        return "{" + keywords + "}";
    }

    String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0, 1, 2 -> scalar();
            case 3 ->
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(i -> space() + value(depth - 1) + space())
                            .collect(Collectors.joining(",", "[", "]"));
            default -> objectValue(depth);
        };
    }

    String objectValue(int depth) {
        return NAMES.stream()
                .filter(name -> random.nextBoolean())
                .map(name ->
                        space() + JsonText.quote(name) + space() + ":" + space() + value(depth - 1))
                .collect(Collectors.joining(",", "{", space() + "}"));
    }

    private String scalar() {
        return switch (random.nextInt(4)) {
            case 0 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 1 -> one("true", "false", "null");
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private String space() {
        return one("", "", " ", "\n", "\n\t  ");
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
