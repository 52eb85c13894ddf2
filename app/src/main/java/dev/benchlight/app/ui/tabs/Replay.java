package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.ui.workbench.Place;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// A recorded request as a tab to open.
///
/// @param draft the arguments, exactly as they were sent
public record Replay(Place place, String draft) {
    /// @param request the JSON-RPC request as recorded
    /// @return empty for what has no tab, such as `tools/list`
    public static Optional<Replay> of(String server, String request) {
        try {
            JsonNode json = JsonMapper.shared().readTree(request);
            JsonNode params = json.path("params");
            String name = params.path("name").asString("");
            return switch (json.path("method").asString("")) {
                case "tools/call" ->
                        Optional.of(new Replay(new Place.ToolPlace(server, name), draft(params)));
                case "prompts/get" ->
                        Optional.of(new Replay(new Place.PromptPlace(server, name), draft(params)));
                case "resources/read" ->
                        Optional.of(
                                new Replay(
                                        new Place.ResourcePlace(
                                                server, params.path("uri").asString("")),
                                        ""));
                default -> Optional.empty();
            };
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static String draft(JsonNode params) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.set(
                "arguments",
                params.has("arguments")
                        ? params.path("arguments")
                        : JsonNodeFactory.instance.objectNode());
        return draft.toString();
    }
}
