package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaValidator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds the arguments of a call against the tool's schema before they are sent.
final class CheckedArguments {
    private static final int MOST_SHOWN = 5;

    /// Where a schema may name properties besides its own.
    private static final List<String> FROM_ELSEWHERE =
            List.of("$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties", "$dynamicRef");

    private CheckedArguments() {}

    /// Returns what could not be checked, which stops nothing.
    ///
    /// @throws InputException the schema refuses the arguments; it names the fields
    static List<Warning> check(JsonNode schema, ObjectNode arguments) throws InputException {
        List<SchemaProblem> problems = SchemaValidator.validate(schema, arguments);
        List<SchemaProblem> refused = problems.stream().filter(SchemaProblem::checked).toList();
        if (!refused.isEmpty()) {
            String more =
                    refused.size() > MOST_SHOWN
                            ? " And "
                                    + (refused.size() < SchemaValidator.MAX_PROBLEMS
                                            ? ""
                                            : "at least ")
                                    + (refused.size() - MOST_SHOWN)
                                    + " more."
                            : "";
            throw new InputException(
                    "invalid-arguments",
                    refused.stream()
                                    .limit(MOST_SHOWN)
                                    .map(CheckedArguments::sentence)
                                    .collect(Collectors.joining(" "))
                            + more
                            + slips(schema, arguments),
                    "Nothing was sent; --unchecked sends it all the same. The tool's schema:"
                            + " benchlight list TARGET tools --json");
        }
        List<Warning> warnings = new ArrayList<>(unnamed(schema, arguments));
        for (SchemaProblem problem : problems) {
            warnings.add(
                    new Warning(
                            "arguments-not-checked",
                            "The arguments were not checked in full: " + sentence(problem),
                            1,
                            List.of()));
        }
        return warnings;
    }

    /// Names in refused arguments that the schema does not have: what is missing may stand there.
    private static String slips(JsonNode schema, ObjectNode arguments) {
        Set<String> known = known(schema);
        return unknown(schema, arguments).stream()
                .filter(name -> !Names.near(name, known).isEmpty())
                .limit(MOST_SHOWN)
                .map(name -> " " + none(name, known))
                .collect(Collectors.joining());
    }

    /// That there is no such argument, and which was meant.
    static String none(String name, Collection<String> known) {
        List<String> near = Names.near(name, known);
        String meant = near.isEmpty() ? "." : "; did you mean " + String.join(" or ", near) + "?";
        return "There is no argument " + Visible.line(name) + meant;
    }

    private static Set<String> known(JsonNode schema) {
        Set<String> known = new LinkedHashSet<>(schema.path("properties").propertyNames());
        schema.path("required").forEach(name -> known.add(name.asString("")));
        return known;
    }

    private static List<String> unknown(JsonNode schema, ObjectNode arguments) {
        Set<String> known = known(schema);
        if (known.isEmpty() || FROM_ELSEWHERE.stream().anyMatch(schema::has)) {
            return List.of();
        }
        return arguments.propertyNames().stream().filter(name -> !known.contains(name)).toList();
    }

    /// What the schema allows without saying what it is, which may be a slip.
    private static List<Warning> unnamed(JsonNode schema, ObjectNode arguments) {
        if (schema.path("additionalProperties").isObject()) {
            return List.of();
        }
        Set<String> known = known(schema);
        return unknown(schema, arguments).stream()
                .map(name ->
                        new Warning(
                                "unknown-argument",
                                "The tool's schema does not name the argument "
                                        + name
                                        + ", which was sent all the same. "
                                        + Names.hint(name, known),
                                1,
                                List.of()))
                .toList();
    }

    static String sentence(SchemaProblem problem) {
        String field = problem.pointer().toString().replaceFirst("^/", "");
        return (field.isEmpty() ? "" : field + ": ") + problem.message();
    }
}
