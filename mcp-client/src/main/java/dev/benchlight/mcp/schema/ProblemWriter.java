package dev.benchlight.mcp.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the validator's errors into problems: each at the place that must change, and those apart
/// that are no refusal because something was too costly or too large to decide. For one validation.
final class ProblemWriter {
    private static final int MAX_ERRORS = 10_000;
    private static final int MAX_PROBLEMS = SchemaValidator.MAX_PROBLEMS;
    private static final Set<String> EXACT = Set.of("multipleOf", "const", "enum", "uniqueItems");

    private final JsonNode value;
    private final Map<String, String> tooCostly;
    private final Set<JsonPointer> standIns;
    private final Set<String> told = new HashSet<>();

    /// @param value as it came; its numbers are shown as they were written
    /// @param tooCostly texts that a pattern could not be matched with, each with the pattern
    /// @param standIns places with a number that another one stood in for
    ProblemWriter(JsonNode value, Map<String, String> tooCostly, Set<JsonPointer> standIns) {
        this.value = value;
        this.tooCostly = tooCostly;
        this.standIns = standIns;
    }

    List<SchemaProblem> problems(List<Error> errors) {
        Map<String, Error> each = new LinkedHashMap<>();
        Map<JsonPointer, Set<String>> types = new HashMap<>();
        List<Error> first = errors.subList(0, Math.min(MAX_ERRORS, errors.size()));
        for (Error error : new ClosestErrors(this::isUndecided).of(first)) {
            JsonPointer at = pointer(error);
            if ("type".equals(error.getKeyword())) {
                types.computeIfAbsent(at, p -> new LinkedHashSet<>())
                        .addAll(ProblemText.types(error));
                each.putIfAbsent("type " + at, error);
            } else {
                each.put(error.getEvaluationPath() + " " + at, error);
            }
        }
        Set<SchemaProblem> problems = new LinkedHashSet<>();
        each.values().stream()
                .limit(MAX_PROBLEMS)
                .forEach(error ->
                        problems.add(problem(error, types.getOrDefault(pointer(error), Set.of()))));
        tooCostly.forEach((text, pattern) -> {
            if (!told.contains(text)) {
                problems.add(tooCostly(JsonPointer.empty(), pattern));
            }
        });
        standIns.forEach(at -> problems.add(tooLarge(at)));
        return List.copyOf(problems);
    }

    /// @param types all that would have done there
    private SchemaProblem problem(Error error, Set<String> types) {
        JsonPointer at = pointer(error);
        String costly = costlyText(error);
        if (costly != null) {
            told.add(costly);
            return tooCostly(at, String.valueOf(tooCostly.get(costly)));
        }
        return isUndecided(error)
                ? tooLarge(at)
                : SchemaProblem.invalid(at, ProblemText.of(error, value.at(at), types));
    }

    private static SchemaProblem tooCostly(JsonPointer at, String pattern) {
        return SchemaProblem.unchecked(
                at, "The pattern " + ProblemText.cut(pattern) + " is too costly to check.");
    }

    private static SchemaProblem tooLarge(JsonPointer at) {
        return SchemaProblem.unchecked(
                at, "The number is too large or too small to be checked in full.");
    }

    private boolean isUndecided(Error error) {
        return costlyText(error) != null
                || (EXACT.contains(String.valueOf(error.getKeyword()))
                        && standIns.stream().anyMatch(at -> isWithin(at, pointer(error))));
    }

    private static boolean isWithin(JsonPointer place, JsonPointer whole) {
        return place.equals(whole) || place.toString().startsWith(whole + "/");
    }

    /// The text that a costly pattern was to match, if the error comes from that.
    private @Nullable String costlyText(Error error) {
        if (tooCostly.isEmpty()) {
            return null;
        }
        JsonNode text = error.getInstanceNode();
        if ("pattern".equals(error.getKeyword()) && text != null && text.isString()) {
            return tooCostly.containsKey(text.stringValue()) ? text.stringValue() : null;
        }
        String name = error.getProperty();
        return name != null && tooCostly.containsKey(name) ? name : null;
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
        Object[] arguments = error.getArguments();
        return switch (error.getKeyword()) {
            case "items", "additionalItems", "unevaluatedItems" ->
                    pointer.appendIndex(Integer.parseInt(String.valueOf(arguments[0])));
            case "dependentRequired" -> pointer.appendProperty(String.valueOf(arguments[0]));
            case "dependencies" -> pointer.appendProperty(missing(error));
            case null, default -> {
                String property = error.getProperty();
                yield property == null || property.isEmpty()
                        ? pointer
                        : pointer.appendProperty(property);
            }
        };
    }

    /// Draft-07 has no more to say than which member asks for others.
    private static String missing(Error error) {
        JsonNode wanted = error.getSchemaNode().path(String.valueOf(error.getProperty()));
        return wanted.valueStream()
                .map(name -> name.asString(""))
                .filter(name -> !error.getInstanceNode().has(name))
                .findFirst()
                .orElse("");
    }
}
