package dev.benchlight.mcp;

import dev.benchlight.mcp.Pages.ListKind;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRules;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Locale;
import java.util.function.Supplier;

/// The requests of a session, each with what its answer must be.
///
/// @param doubts hears what is odd about answers
/// @param revision the one agreed on
record Requests(Results.Doubts doubts, Supplier<Revision> revision) {
    static final ListKind<Tool> TOOLS =
            new ListKind<>("tools", "tools/list", "tools", "name", "inputSchema", Tool::new);
    static final ListKind<Prompt> PROMPTS =
            new ListKind<>("prompts", "prompts/list", "prompts", "name", "", Prompt::new);
    static final ListKind<Resource> RESOURCES =
            new ListKind<>("resources", "resources/list", "resources", "uri", "", Resource::new);
    static final ListKind<ResourceTemplate> TEMPLATES =
            new ListKind<>(
                    "resources",
                    "resources/templates/list",
                    "resourceTemplates",
                    "uriTemplate",
                    "",
                    ResourceTemplate::new);

    static final ListKind<Task> TASKS =
            new ListKind<>(
                    "tasks",
                    "tasks/list",
                    "tasks",
                    "taskId",
                    "",
                    json -> new Task(json, TaskRules.EXPERIMENTAL));

    RpcRequest<ToolResult> tool(JsonNode params) {
        return new RpcRequest<>(
                "tools/call",
                params.path("name").asString(""),
                params,
                true,
                result -> Results.tool(result, revision.get(), doubts),
                Results::contentSummary);
    }

    RpcRequest<PromptResult> prompt(JsonNode params) {
        return new RpcRequest<>(
                "prompts/get",
                params.path("name").asString(""),
                params,
                true,
                result -> Results.prompt(result, doubts),
                result -> Results.count(result, "messages", "message"));
    }

    RpcRequest<ReadResult> read(JsonNode params) {
        return new RpcRequest<>(
                "resources/read",
                params.path("uri").asString(""),
                params,
                true,
                result -> Results.read(result, doubts),
                result ->
                        Results.count(result, "contents", "content")
                                + CacheHints.of(result).words());
    }

    /// @param cursor of the page, or null for the first
    static RpcRequest<JsonNode> page(ListKind<?> kind, @Nullable String cursor) {
        JsonNode params =
                cursor == null ? null : JsonNodeFactory.instance.objectNode().put("cursor", cursor);
        return new RpcRequest<>(
                kind.method(),
                "",
                params,
                false,
                result -> Results.page(kind.method(), kind.field(), result),
                result -> Results.count(result, kind.field(), words(kind.field())));
    }

    /// A field's name as words: "resource templates".
    private static String words(String field) {
        return field.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /// @param params as they are sent, or a missing node for none
    RpcRequest<JsonNode> any(String method, JsonNode params) {
        if (params.isMissingNode()) {
            return RpcRequest.plain(method, null);
        }
        return switch (method) {
            case "tools/call" -> tool(params).map(ToolResult::json);
            case "prompts/get" -> prompt(params).map(PromptResult::json);
            case "resources/read" -> read(params).map(ReadResult::json);
            default -> RpcRequest.plain(method, params);
        };
    }
}
