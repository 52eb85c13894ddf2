package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.Task;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The requests about tasks, each with what its answer must be.
final class TaskRequests {
    static final String GET = "tasks/get";
    static final String CANCEL = "tasks/cancel";
    private static final String UPDATE = "tasks/update";
    private static final String RESULT = "tasks/result";

    private TaskRequests() {}

    static RpcRequest<Task> get(String id, TaskReader reader) {
        return new RpcRequest<>(
                GET,
                Task.shortened(id),
                about(id),
                false,
                result -> reader.state(GET, id, result),
                TaskRequests::summary);
    }

    /// Such as `working: Gathering sources`.
    static String summary(JsonNode task) {
        String message = task.path("statusMessage").asString("");
        return task.path("status").asString("") + (message.isBlank() ? "" : ": " + message);
    }

    /// Gives a task what it asked for.
    static RpcRequest<JsonNode> update(String id, ObjectNode answers) {
        ObjectNode params = about(id);
        params.set("inputResponses", answers);
        return acknowledged(UPDATE, id, params);
    }

    static RpcRequest<JsonNode> cancel(String id) {
        return acknowledged(CANCEL, id, about(id));
    }

    private static RpcRequest<JsonNode> acknowledged(String method, String id, ObjectNode params) {
        return new RpcRequest<>(
                method, Task.shortened(id), params, false, Outcome.Ok::new, TaskRequests::summary);
    }

    /// The result of the request that became the task.
    static <T> RpcRequest<T> result(String id, RpcRequest<T> of) {
        return new RpcRequest<>(
                RESULT, Task.shortened(id), about(id), false, of.reader(), of.summary());
    }

    private static ObjectNode about(String id) {
        return JsonNodeFactory.instance.objectNode().put("taskId", id);
    }
}
