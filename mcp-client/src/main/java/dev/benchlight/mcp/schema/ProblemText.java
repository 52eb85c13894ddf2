package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;

/// Says in one sentence what was expected and what came.
final class ProblemText {
    private static final int MAX_SHOWN = 60;

    private ProblemText() {}

    /// @param value what stands at the place, as it came; missing if nothing does
    /// @param types all that would have done there
    static String of(Error error, JsonNode value, Set<String> types) {
        JsonNode limit = error.getSchemaNode();
        String came = ", but this is " + shown(value) + ".";
        return switch (error.getKeyword()) {
            case "required" -> "Required, but not set.";
            case "dependentRequired" ->
                    "Required beside " + error.getArguments()[1] + ", but not set.";
            case "dependencies" -> "Required beside " + error.getProperty() + ", but not set.";
            case "additionalProperties", "unevaluatedProperties" ->
                    "The schema does not allow this member.";
            case "items", "additionalItems", "unevaluatedItems" ->
                    "The schema does not allow this item.";
            case "false", "not" -> "The schema does not allow this value.";
            case "propertyNames" -> "The schema does not allow this name.";
            case "type" -> "Expected " + String.join(" or ", types) + came;
            case "enum" -> "Expected one of " + cut(limit.toString()) + came;
            case "const" -> "Expected " + cut(limit.toString()) + came;
            case "minimum" -> "Expected at least " + limit + came;
            case "maximum" -> "Expected at most " + limit + came;
            case "exclusiveMinimum" -> "Expected more than " + limit + came;
            case "exclusiveMaximum" -> "Expected less than " + limit + came;
            case "multipleOf" -> "Expected a multiple of " + limit + came;
            case "minLength" -> "Expected at least " + counted(limit, "characters") + came;
            case "maxLength" -> "Expected at most " + counted(limit, "characters") + came;
            case "pattern" -> "Expected a match of " + cut(limit.asString("")) + came;
            case "format" -> "Expected the format " + limit.asString("") + came;
            case "minItems" -> "Expected at least " + counted(limit, "items") + thereAre(value);
            case "maxItems" -> "Expected at most " + counted(limit, "items") + thereAre(value);
            case "minProperties" ->
                    "Expected at least " + counted(limit, "members") + thereAre(value);
            case "maxProperties" ->
                    "Expected at most " + counted(limit, "members") + thereAre(value);
            case "uniqueItems" -> "Expected no two items to be equal.";
            case "oneOf" -> "Expected exactly one of the variants to fit, but several do.";
            case "contains", "minContains" ->
                    "Expected at least "
                            + counted(error.getArguments()[0], "items")
                            + " to fit `contains`.";
            case "maxContains" ->
                    "Expected at most "
                            + counted(error.getArguments()[0], "items")
                            + " to fit `contains`.";
            case null, default -> sentence(String.valueOf(error.getMessage()));
        };
    }

    private static String thereAre(JsonNode value) {
        return (value.size() == 1 ? "; there is " : "; there are ") + value.size() + ".";
    }

    /// Such as `1 item` and `2 items`.
    private static String counted(Object count, String plural) {
        String noun = count.toString().equals("1") ? plural.replaceFirst("s$", "") : plural;
        return count + " " + noun;
    }

    static List<String> types(Error error) {
        JsonNode type = error.getSchemaNode();
        return type.isArray()
                ? type.valueStream().map(name -> name.asString("")).toList()
                : List.of(type.asString(""));
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array";
        }
        if (value.isMissingNode()) {
            return "absent";
        }
        String text = value.toString();
        String kind = text.startsWith("\"") ? "the text " : isNumber(text) ? "the number " : "";
        return kind + cut(text);
    }

    /// A node may be one that only writes its text, so the text is looked at.
    private static boolean isNumber(String json) {
        return json.startsWith("-") || Character.isDigit(json.charAt(0));
    }

    static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static String sentence(String message) {
        return message.isEmpty()
                ? "Not valid."
                : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
