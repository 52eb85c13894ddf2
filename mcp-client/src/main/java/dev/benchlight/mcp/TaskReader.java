package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRules;
import dev.benchlight.mcp.tasks.TaskStatus;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

/// Reads tasks out of what a server sent, and says what is wrong with them.
///
/// @param doubts hears what is odd about tasks that are taken all the same
record TaskReader(TaskRules rules, Results.Doubts doubts) {
    /// Longer ids go into no header, and nobody needs them.
    private static final int LONGEST_ID = 4_096;

    private static final String WORDS =
            TaskStatus.known().stream().map(TaskStatus::word).collect(Collectors.joining(", "));

    /// The task that a request has become.
    Outcome<Task> created(String method, JsonNode result) {
        String at = rules.created();
        return basics(method, at, result).outcome(() -> task(at, result));
    }

    /// The state of a task, with what belongs to that state.
    ///
    /// @param id of the task that was asked for
    Outcome<Task> state(String method, String id, JsonNode result) {
        String other = "the id of the task that was asked for";
        Shape shape =
                basics(method, "", result)
                        .required("/taskId", found -> found.asString("").equals(id), other);
        if (rules.whole()) {
            shape =
                    switch (TaskStatus.of(result.path("status").asString(""))) {
                        case COMPLETED ->
                                shape.required("/result", JsonNode::isObject, "an object");
                        case FAILED ->
                                shape.required("/error/code", JsonNode::isInt, "an integer")
                                        .required("/error/message", JsonNode::isString, "a string");
                        case INPUT_REQUIRED ->
                                shape.required("/inputRequests", JsonNode::isObject, "an object");
                        case WORKING, CANCELLED, UNKNOWN -> shape;
                    };
        }
        return shape.outcome(() -> task("", result));
    }

    private Shape basics(String method, String at, JsonNode result) {
        return Shape.of(method, result)
                .required(at + "/taskId", TaskReader::isId, "a string that is not empty")
                .required(at + "/status", TaskReader::isStatus, "one of " + WORDS)
                .optional(at + "/statusMessage", JsonNode::isString, "a string")
                .optional(at + "/createdAt", JsonNode::isString, "a string")
                .optional(at + "/lastUpdatedAt", JsonNode::isString, "a string")
                .optional(
                        at + "/" + rules.ttl(),
                        found -> found.isNumber() || found.isNull(),
                        "a number or null")
                .optional(at + "/" + rules.pollInterval(), JsonNode::isNumber, "a number");
    }

    private static boolean isId(JsonNode found) {
        return !found.asString("").isEmpty() && found.isString();
    }

    private static boolean isStatus(JsonNode found) {
        return TaskStatus.of(found.asString("")) != TaskStatus.UNKNOWN;
    }

    private Outcome<Task> task(String at, JsonNode result) {
        Task task = new Task(result.at(at), rules);
        int length = task.id().length();
        if (length > LONGEST_ID) {
            String text =
                    "the id of a task has %,d characters, more than %,d"
                            .formatted(length, LONGEST_ID);
            return new Outcome.LimitReached<>(Problem.of("task-id-too-long", Layer.LIMIT, text));
        }
        for (String member : List.of("createdAt", "lastUpdatedAt", rules.ttl())) {
            if (!task.json().has(member)) {
                doubts.warning(
                        "bad-task", "tasks lack members that they must have", at + "/" + member);
            }
        }
        if (task.pollMillis().orElse(0) < 0) {
            doubts.warning(
                    "bad-poll-interval",
                    "tasks want to be asked for in less than no time",
                    at + "/" + rules.pollInterval() + " " + task.pollMillis().getAsLong());
        }
        return new Outcome.Ok<>(task);
    }
}
