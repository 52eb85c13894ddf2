package dev.benchlight.mcp.tasks;

import tools.jackson.databind.JsonNode;

/// What tasks are in a revision: both kinds have the same states and are polled the same way, and
/// differ in what is told here.
public enum TaskRules {
    /// The revision has none.
    NONE("ttl", "pollInterval", "", false, false),

    /// The experimental feature of 2025-11-25 ("Tasks"): the client asks for a task with `task` in
    /// the request's params, and has the result from `tasks/result`.
    EXPERIMENTAL("ttl", "pollInterval", "notifications/tasks/status", true, false),

    /// The extension `io.modelcontextprotocol/tasks` of 2026-07-28: the server decides, `tasks/get`
    /// brings the result too, and input is given by `tasks/update`.
    EXTENSION("ttlMs", "pollIntervalMs", "notifications/tasks", false, true);

    private final String ttl;
    private final String pollInterval;
    private final String notification;
    private final boolean askedFor;
    private final boolean whole;

    TaskRules(
            String ttl, String pollInterval, String notification, boolean askedFor, boolean whole) {
        this.ttl = ttl;
        this.pollInterval = pollInterval;
        this.notification = notification;
        this.askedFor = askedFor;
        this.whole = whole;
    }

    /// The member with the time to live, in milliseconds or null.
    public String ttl() {
        return ttl;
    }

    /// The member with the suggested time between polls, in milliseconds.
    public String pollInterval() {
        return pollInterval;
    }

    /// The method of notifications of a task's state.
    public String notification() {
        return notification;
    }

    /// Whether it is the client that wants a task, by `task` in a request's params.
    public boolean askedFor() {
        return askedFor;
    }

    /// Whether a task's state comes with its result, its error, and what it asks of the client.
    public boolean whole() {
        return whole;
    }

    /// The JSON pointer to the task in the answer to a request that became one.
    public String created() {
        return this == EXTENSION ? "" : "/task";
    }

    /// Whether an answer to a request says that it became a task.
    public boolean isTask(JsonNode result) {
        return switch (this) {
            case NONE -> false;
            case EXPERIMENTAL -> result.has("task") && !result.has("content");
            case EXTENSION -> result.path("resultType").asString("").equals("task");
        };
    }
}
