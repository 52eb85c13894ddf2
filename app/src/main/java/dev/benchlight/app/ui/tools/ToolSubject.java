package dev.benchlight.app.ui.tools;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.SessionTasks;
import dev.benchlight.mcp.Tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A tool, by its name.
///
/// @param asTask whether the next call wants to become a task
public record ToolSubject(String name, BooleanSupplier asTask) implements Subject {
    public ToolSubject(String name) {
        this(name, () -> false);
    }

    @Override
    public String kind() {
        return "tool";
    }

    @Override
    public String action() {
        return "Run";
    }

    @Override
    public Listing<?> listing(Catalogue catalogue) {
        return catalogue.tools();
    }

    @Override
    public Optional<JsonNode> find(Catalogue catalogue) {
        return catalogue.tools().items().stream()
                .filter(tool -> tool.name().equals(name))
                .map(Tool::json)
                .findFirst();
    }

    @Override
    public JsonNode schema(JsonNode definition) {
        return definition.path("inputSchema");
    }

    @Override
    public Request request(JsonNode arguments) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", name);
        params.set("arguments", arguments);
        return new Request(
                "tools/call", asTask.getAsBoolean() ? SessionTasks.asTask(params) : params);
    }

    /// Annotations are only claims, so each says so.
    @Override
    public List<String> claims(JsonNode definition) {
        JsonNode hints = definition.path("annotations");
        List<String> claims = new ArrayList<>();
        claim(claims, hints, "readOnlyHint", "read-only", "");
        claim(claims, hints, "destructiveHint", "destructive", "not destructive");
        claim(claims, hints, "idempotentHint", "idempotent", "");
        claim(claims, hints, "openWorldHint", "open world", "closed world");
        return claims;
    }

    private static void claim(
            List<String> claims, JsonNode hints, String field, String yes, String no) {
        if (hints.path(field).isBoolean()) {
            String word = hints.path(field).asBoolean(false) ? yes : no;
            if (!word.isEmpty()) {
                claims.add("claims " + word);
            }
        }
    }

    @Override
    public Optional<Dialogs.Question> caution(String server, JsonNode definition) {
        JsonNode hints = definition.path("annotations");
        boolean destructive =
                hints.path("destructiveHint").asBoolean(false)
                        && !hints.path("readOnlyHint").asBoolean(false);
        return destructive
                ? Optional.of(
                        new Dialogs.Question(
                                "Run destructive tool",
                                "“"
                                        + VisibleText.name(server)
                                        + "” says that “"
                                        + VisibleText.name(name)
                                        + "” may delete or overwrite something. Run it?",
                                "",
                                "Run tool",
                                "Don't run"))
                : Optional.empty();
    }

    @Override
    public String commandLine(String server, JsonNode arguments) {
        List<String> words = new ArrayList<>(List.of("benchlight", "call", server, name, "--args"));
        words.add(arguments.toString());
        if (asTask.getAsBoolean()) {
            words.add("--task");
        }
        return CommandLine.of(words.toArray(String[]::new));
    }
}
