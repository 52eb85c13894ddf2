package dev.benchlight.app.cli;

import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a command has to say.
///
/// @param result for `--json`, or null
/// @param text for people
/// @param problem null if all is well
/// @param brief what to say of the problem where the text says the rest, or null
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

    Reply with(int newExit, Problem newProblem) {
        return new Reply(newExit, result, text, newProblem, brief, warnings, trace, duration);
    }

    /// With the same problem in other words, for people only.
    Reply inBrief(String words) {
        return new Reply(exit, result, text, problem, words, warnings, trace, duration);
    }
}
