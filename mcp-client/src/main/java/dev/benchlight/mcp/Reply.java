package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRules;

import tools.jackson.databind.JsonNode;

import java.util.Set;
import java.util.stream.Collectors;

/// What a result is: by its `resultType` ("Base Protocol", "Responses", 2026-07-28), or by its
/// `task` ("Tasks", 2025-11-25).
sealed interface Reply<T> {
    /// Requests that a server may answer by asking for input.
    Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

    /// The answer.
    record Complete<T>(T value) implements Reply<T> {}

    /// The server wants to know more before it answers ("Multi Round-Trip Requests").
    ///
    /// @param json the whole result
    record InputRequired<T>(JsonNode json) implements Reply<T> {}

    /// The server goes on with it, and the answer is had from the task.
    record Started<T>(Task task) implements Reply<T> {}

    /// The request with a reader that tells the kinds of results apart.
    static <T> RpcRequest<Reply<T>> request(RpcRequest<T> request, TaskReader tasks) {
        return new RpcRequest<>(
                request.method(),
                request.name(),
                request.params(),
                request.progress(),
                json -> read(request, json, tasks),
                json -> summary(request, json, tasks.rules()));
    }

    private static String summary(RpcRequest<?> request, JsonNode json, TaskRules tasks) {
        if (tasks.isTask(json)) {
            JsonNode task = json.at(tasks.created());
            String id = Task.shortened(task.path("taskId").asString(""));
            return "task " + id + " " + TaskRequests.summary(task);
        }
        return isInputRequired(json) ? asked(json) : request.summary().apply(json);
    }

    private static boolean isInputRequired(JsonNode json) {
        return json.path("resultType").asString("").equals("input_required");
    }

    private static String asked(JsonNode json) {
        String what =
                json.path("inputRequests").properties().stream()
                        .map(ask -> ask.getValue().path("method").asString("?"))
                        .collect(Collectors.joining(", "));
        return "wants input" + (what.isEmpty() ? "" : ": " + what);
    }

    private static <T> Outcome<Reply<T>> read(
            RpcRequest<T> request, JsonNode json, TaskReader tasks) {
        if (tasks.rules().isTask(json)) {
            return started(request, json, tasks);
        }
        if (tasks.rules() != TaskRules.EXTENSION) {
            return request.reader().apply(json).map(Complete::new);
        }
        JsonNode type = json.path("resultType");
        if (type.isMissingNode() || type.asString("").equals("complete")) {
            return request.reader().apply(json).map(Complete::new);
        }
        if (!isInputRequired(json)) {
            return violation(
                    "unknown-result-type", request.method() + " came to a result of type " + type);
        }
        if (!MAY_ASK.contains(request.method())) {
            return violation(
                    "input-not-allowed",
                    "the server wants input for "
                            + request.method()
                            + ", which no server may ask for there");
        }
        boolean empty =
                !json.path("requestState").isString() && json.path("inputRequests").isEmpty();
        return Shape.of(request.method(), json)
                .optional("/requestState", JsonNode::isString, "a string")
                .optional("/inputRequests", JsonNode::isObject, "an object")
                .outcome(() ->
                        empty
                                ? violation(
                                        "empty-input-request",
                                        "the server wants input, but says neither what nor why")
                                : new Outcome.Ok<>(new InputRequired<>(json)));
    }

    private static <T> Outcome<Reply<T>> started(
            RpcRequest<T> request, JsonNode json, TaskReader tasks) {
        if (!request.method().equals("tools/call")) {
            return violation(
                    "task-not-allowed",
                    request.method() + " came to a task, which only tools/call may");
        }
        return tasks.created(request.method(), json).map(Started::new);
    }

    private static <R> Outcome<R> violation(String code, String text) {
        return new Outcome.ProtocolViolation<>(
                Problem.of(code, Layer.PROTOCOL, "protocol violation: " + text));
    }
}
