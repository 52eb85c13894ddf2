package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// A recorded request as a tab to open.
///
/// @param draft the arguments with a line for each value; numbers and texts as they were sent
public record Replay(Place place, String draft) {
    private static final JsonPointer ARGUMENTS = JsonPointer.compile("/params/arguments");

    /// @param request the JSON-RPC request as recorded
    /// @return empty for what has no tab, such as `tools/list`
    public static Optional<Replay> of(String server, String request) {
        try {
            JsonDocument document = JsonDocument.parse(request);
            JsonNode json = document.tree();
            String draft = draft(document);
            JsonNode params = json.path("params");
            String name = params.path("name").asString("");
            return switch (json.path("method").asString("")) {
                case "tools/call" ->
                        Optional.of(new Replay(new Place.ToolPlace(server, name), draft));
                case "prompts/get" ->
                        Optional.of(new Replay(new Place.PromptPlace(server, name), draft));
                case "resources/read" ->
                        Optional.of(
                                new Replay(
                                        new Place.ResourcePlace(
                                                server, params.path("uri").asString("")),
                                        ""));
                default -> Optional.empty();
            };
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static String draft(JsonDocument request) throws JsonSyntaxException {
        String arguments = request.at(ARGUMENTS).map(request::source).orElse("{}");
        return JsonDocument.parse(arguments).indented();
    }
}
