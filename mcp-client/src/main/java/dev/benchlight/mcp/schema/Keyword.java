package dev.benchlight.mcp.schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What the keywords of JSON Schema hold (draft-04 to 2020-12), as far as a wrong one would keep
/// the rest from being applied.
enum Keyword {
    SCHEMA(
            "a schema",
            "additionalProperties additionalItems unevaluatedItems unevaluatedProperties contains"
                    + " propertyNames not if then else"),
    ITEMS("a schema", "items"),
    SCHEMAS("a list of schemas", "allOf anyOf oneOf prefixItems"),
    MEMBERS(
            "an object of schemas",
            "properties patternProperties $defs definitions dependentSchemas dependencies"),
    REFERENCE("a text", "$ref $dynamicRef $recursiveRef"),
    TYPE("a type of JSON", "type"),
    COUNT(
            "a whole number of at least 0",
            "minLength maxLength minItems maxItems minProperties maxProperties minContains"
                    + " maxContains"),
    LIMIT("a number of modest size", "minimum maximum exclusiveMinimum exclusiveMaximum"),
    DIVISOR("a number above 0, of modest size", "multipleOf"),
    TEXT("a text", "format $anchor $dynamicAnchor $id $schema contentMediaType contentEncoding"),
    PATTERN("a regular expression", "pattern"),
    NAMES("a list of names", "required"),
    NAME_LISTS("an object of lists of names", "dependentRequired"),
    VALUES("a list of values, with numbers of modest size", "enum"),
    VALUE("a value with numbers of modest size", "const"),
    FLAG("true or false", "uniqueItems");

    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    private static final Map<String, Keyword> BY_NAME = byName();

    private final String expected;
    private final String names;

    Keyword(String expected, String names) {
        this.expected = expected;
        this.names = names;
    }

    private static Map<String, Keyword> byName() {
        Map<String, Keyword> byName = new HashMap<>();
        for (Keyword keyword : values()) {
            for (String name : keyword.names.split(" ", -1)) {
                byName.put(name, keyword);
            }
        }
        return Map.copyOf(byName);
    }

    // What a member of a schema holds; null if nothing depends on it.
    static @Nullable Keyword named(String name) {
        return BY_NAME.get(name);
    }

    // What is expected of the keyword's own value if this is not it, else null. The schemas in it
    // are not looked at.
    @Nullable String broken(JsonNode value) {
        boolean sound =
                switch (this) {
                    case SCHEMA -> value.isObject() || value.isBoolean();
                    case ITEMS -> value.isContainer() || value.isBoolean();
                    case SCHEMAS -> value.isArray() && !value.isEmpty();
                    case MEMBERS -> value.isObject();
                    case REFERENCE, TEXT -> value.isString();
                    case TYPE -> isType(value) || (!value.isEmpty() && all(value, Keyword::isType));
                    case COUNT -> isPlain(value) && isCount(value);
                    case LIMIT -> isPlain(value);
                    case DIVISOR -> isPlain(value) && value.decimalValue().signum() > 0;
                    case PATTERN -> value.isString() && Patterns.isPattern(value.stringValue());
                    case NAMES -> all(value, JsonNode::isString);
                    case NAME_LISTS ->
                            value.isObject()
                                    && value.valueStream()
                                            .allMatch(names -> all(names, JsonNode::isString));
                    case VALUES -> value.isArray() && !PlainNumbers.hasBeyond(value);
                    case VALUE -> !PlainNumbers.hasBeyond(value);
                    case FLAG -> value.isBoolean();
                };
        return sound ? null : expected;
    }

    private static boolean isType(JsonNode value) {
        return value.isString() && TYPES.contains(value.stringValue());
    }

    private static boolean isPlain(JsonNode value) {
        return value.isNumber() && !PlainNumbers.isBeyond(value);
    }

    private static boolean isCount(JsonNode value) {
        return value.decimalValue().signum() >= 0
                && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> wanted) {
        return list.isArray() && list.valueStream().allMatch(wanted);
    }
}
