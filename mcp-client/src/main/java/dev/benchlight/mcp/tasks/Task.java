package dev.benchlight.mcp.tasks;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.OptionalLong;

/// A task as the server told of it last. Unknown members stay in `json`.
///
/// @param json the task itself
/// @param rules what kind of task it is
public record Task(JsonNode json, TaskRules rules) {
    private static final int SHORT = 12;

    public String id() {
        return json.path("taskId").asString("");
    }

    /// The beginning of the id, for people.
    public String shortId() {
        return shortened(id());
    }

    /// The beginning of an id, for people.
    public static String shortened(String id) {
        return id.length() <= SHORT + 1 ? id : id.substring(0, SHORT) + "…";
    }

    public TaskStatus status() {
        return TaskStatus.of(json.path("status").asString(""));
    }

    /// What the server says of its state, or empty.
    public Optional<String> message() {
        return json.path("statusMessage").stringValueOpt().filter(text -> !text.isBlank());
    }

    /// How long it lives from its creation on, in milliseconds; empty for as long as it likes.
    public OptionalLong ttlMillis() {
        return number(rules.ttl());
    }

    /// How long to wait between polls, in milliseconds, if the server says so.
    public OptionalLong pollMillis() {
        return number(rules.pollInterval());
    }

    private OptionalLong number(String member) {
        JsonNode found = json.path(member);
        return found.isNumber()
                ? OptionalLong.of(found.asLong(Long.MAX_VALUE))
                : OptionalLong.empty();
    }

    /// When it was created, as the server wrote it; or an empty string.
    public String createdAt() {
        return json.path("createdAt").asString("");
    }
}
