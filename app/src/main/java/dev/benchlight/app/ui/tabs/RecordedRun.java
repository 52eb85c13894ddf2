package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Run;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.rpc.CallMetrics;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.trace.SpanStatus;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// A call of ours with the result that a trace row keeps.
final class RecordedRun {
    private RecordedRun() {}

    /// @return empty where no result came, or it was cut or given up
    static Optional<Run> of(TraceDetail detail, Request request) {
        return detail.response()
                .filter(frame -> !frame.truncated())
                .map(TraceDetail::message)
                .flatMap(RecordedRun::result)
                .flatMap(result -> outcome(detail, result))
                .map(outcome ->
                        new Run(
                                request,
                                outcome,
                                detail.row().started(),
                                new CallMetrics(
                                        Objects.requireNonNullElse(
                                                detail.row().duration(), Duration.ZERO),
                                        detail.row().bytesSent(),
                                        detail.row().bytesReceived()),
                                detail.row().id(),
                                true));
    }

    private static Optional<JsonNode> result(String text) {
        try {
            return JsonDocument.parse(text).wireTree().optional("result");
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<Outcome<JsonNode>> outcome(TraceDetail detail, JsonNode result) {
        SpanStatus status = detail.row().status();
        if (status == SpanStatus.OK) {
            return Optional.of(new Outcome.Ok<>(result));
        }
        return status == SpanStatus.TOOL_ERROR
                ? Optional.of(
                        new Outcome.ToolError<>(
                                result,
                                Problem.of("tool-error", Layer.TOOL, detail.row().summary())))
                : Optional.empty();
    }
}
