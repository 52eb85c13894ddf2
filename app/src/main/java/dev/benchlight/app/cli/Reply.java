package dev.benchlight.app.cli;

import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a command has to say.
///
/// @param result for `--json`, or null
/// @param text for people
/// @param problem null if all is well
/// @param brief what to say of the problem where the text says the rest, or null
/// @param trace null where none is kept
record Reply(
        int exit,
        @Nullable JsonNode result,
        String text,
        @Nullable Problem problem,
        @Nullable String brief,
        List<Warning> warnings,
        @Nullable TraceId trace,
        @Nullable Duration duration) {

    static Reply done(JsonNode result, String text) {
        return new Reply(Exit.DONE, result, text, null, null, List.of(), null, null);
    }

    /// For what was refused before anything was sent.
    static Reply failed(Problem problem) {
        return failed(problem.layer() == Layer.TRUST ? Exit.TRUST : Exit.USAGE, problem);
    }

    static Reply failed(int exit, Problem problem) {
        return new Reply(exit, null, "", problem, null, List.of(), null, null);
    }

    Reply with(List<Warning> more) {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Reply(exit, result, text, problem, brief, List.copyOf(all), trace, duration);
    }

    Reply with(@Nullable TraceId newTrace, Duration newDuration) {
        return new Reply(exit, result, text, problem, brief, warnings, newTrace, newDuration);
    }

    /// Without a trace that nobody can look up.
    Reply unrecorded() {
        return new Reply(exit, result, text, problem, brief, warnings, null, duration);
    }

    Reply with(int newExit, Problem newProblem) {
        return new Reply(newExit, result, text, newProblem, brief, warnings, trace, duration);
    }

    /// With the same problem in other words, for people only.
    Reply inBrief(String words) {
        return new Reply(exit, result, text, problem, words, warnings, trace, duration);
    }

    /// Without secrets in what is said of the problem, and in warnings, which quote the server.
    Reply redacted(UnaryOperator<String> redactor) {
        List<Warning> safe =
                warnings.stream()
                        .map(warning ->
                                new Warning(
                                        warning.code(),
                                        redactor.apply(warning.message()),
                                        warning.count(),
                                        warning.samples().stream().map(redactor).toList()))
                        .toList();
        Problem said = problem == null ? null : redacted(problem, redactor);
        return new Reply(exit, result, text, said, brief, safe, trace, duration);
    }

    private static Problem redacted(Problem problem, UnaryOperator<String> redactor) {
        return new Problem(
                problem.code(),
                problem.layer(),
                redactor.apply(problem.message()),
                problem.hint() == null ? null : redactor.apply(problem.hint()),
                problem.details() == null ? null : redacted(problem.details(), redactor));
    }

    private static JsonNode redacted(JsonNode json, UnaryOperator<String> redactor) {
        return switch (json) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, redacted(value, redactor)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(value -> copy.add(redacted(value, redactor)));
                yield copy;
            }
            case StringNode text -> StringNode.valueOf(redactor.apply(text.stringValue()));
            default -> json;
        };
    }
}
