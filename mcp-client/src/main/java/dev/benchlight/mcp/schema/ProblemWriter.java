package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says the validator's errors so that each names what was expected and what came, at the place
/// that must change. Of the branches of an `anyOf` or `oneOf` only the one that came closest
/// speaks.
final class ProblemWriter {
    private static final int MAX_SHOWN = 60;
    private static final int MAX_PROBLEMS = 500;

    private ProblemWriter() {}

    static List<SchemaProblem> problems(List<Error> errors, JsonNode value) {
        Set<SchemaProblem> problems = new LinkedHashSet<>();
        for (Error error : closest(errors)) {
            if (problems.size() == MAX_PROBLEMS) {
                break;
            }
            JsonPointer at = pointer(error);
            problems.add(SchemaProblem.invalid(at, message(error, value.at(at))));
        }
        return List.copyOf(problems);
    }

    private static List<Error> closest(List<Error> errors) {
        Map<String, Map<String, List<Error>>> groups = new LinkedHashMap<>();
        List<Error> result = new ArrayList<>();
        Map<String, Boolean> hasBranches = new HashMap<>();
        for (Error error : errors) {
            int branch = branchAt(error.getEvaluationPath());
            if (branch < 0) {
                result.add(error);
                continue;
            }
            String group = prefix(error.getEvaluationPath(), branch);
            hasBranches.put(group, true);
            groups.computeIfAbsent(group, g -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            prefix(error.getEvaluationPath(), branch + 1), b -> new ArrayList<>())
                    .add(error);
        }
        result.removeIf(error ->
                "oneOf".equals(error.getKeyword())
                        && hasBranches.containsKey(String.valueOf(error.getEvaluationPath())));
        groups.values().forEach(branches -> result.addAll(best(branches)));
        return result;
    }

    private static List<Error> best(Map<String, List<Error>> branches) {
        List<Error> best = List.of();
        int least = Integer.MAX_VALUE;
        for (List<Error> branch : branches.values()) {
            int cost = 0;
            for (Error error : branch) {
                cost +=
                        switch (error.getKeyword()) {
                            case "const" -> 20;
                            case "type" -> 10;
                            default -> 1;
                        };
            }
            if (cost < least) {
                least = cost;
                best = branch;
            }
        }
        return best;
    }

    /// Where the index of the first `anyOf` or `oneOf` stands in the path, else -1.
    private static int branchAt(NodePath path) {
        for (int i = 0; i + 1 < path.getNameCount(); i++) {
            String name = String.valueOf(path.getElement(i));
            if (("anyOf".equals(name) || "oneOf".equals(name))
                    && path.getElement(i + 1) instanceof Number) {
                return i + 1;
            }
        }
        return -1;
    }

    private static String prefix(NodePath path, int names) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names; i++) {
            out.append('/').append(path.getElement(i));
        }
        return out.toString();
    }

    private static JsonPointer pointer(Error error) {
        JsonPointer pointer = JsonPointer.empty();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            pointer =
                    element instanceof Number index
                            ? pointer.appendIndex(index.intValue())
                            : pointer.appendProperty(String.valueOf(element));
        }
        String property = error.getProperty();
        return property == null || property.isEmpty() ? pointer : pointer.appendProperty(property);
    }

    private static String message(Error error, JsonNode value) {
        JsonNode limit = error.getSchemaNode();
        String came = ", but this is " + shown(value) + ".";
        return switch (error.getKeyword()) {
            case "required" -> "Required, but not set.";
            case "dependentRequired" -> "Required beside another member, but not set.";
            case "additionalProperties", "unevaluatedProperties" ->
                    "The schema does not allow this member.";
            case "type" -> "Expected " + types(limit) + came;
            case "enum" -> "Expected one of " + cut(limit.toString()) + came;
            case "const" -> "Expected " + cut(limit.toString()) + came;
            case "minimum" -> "Expected at least " + limit + came;
            case "maximum" -> "Expected at most " + limit + came;
            case "exclusiveMinimum" -> "Expected more than " + limit + came;
            case "exclusiveMaximum" -> "Expected less than " + limit + came;
            case "multipleOf" -> "Expected a multiple of " + limit + came;
            case "minLength" -> "Expected at least " + limit + " characters" + came;
            case "maxLength" -> "Expected at most " + limit + " characters" + came;
            case "pattern" -> "Expected a match of " + limit.asString("") + came;
            case "format" -> "Expected the format " + limit.asString("") + came;
            case "minItems" ->
                    "Expected at least " + limit + " items; there are " + value.size() + ".";
            case "maxItems" ->
                    "Expected at most " + limit + " items; there are " + value.size() + ".";
            default -> sentence(String.valueOf(error.getMessage()));
        };
    }

    private static String types(JsonNode type) {
        if (type.isString()) {
            return type.stringValue();
        }
        List<String> names = new ArrayList<>();
        type.forEach(name -> names.add(name.asString("")));
        return String.join(" or ", names);
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array";
        }
        String kind = value.isString() ? "the text " : value.isNumber() ? "the number " : "";
        return value.isMissingNode() ? "absent" : kind + cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static String sentence(String message) {
        int colon = message.startsWith("/") || message.startsWith(":") ? message.indexOf(": ") : -1;
        String text = message.substring(colon < 0 ? 0 : colon + 2);
        return text.isEmpty()
                ? "Not valid."
                : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
