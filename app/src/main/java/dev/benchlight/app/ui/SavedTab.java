package dev.benchlight.app.ui;

import dev.benchlight.app.ui.workbench.Place;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tab as it is kept between runs.
///
/// @param selected whether it was in front
record SavedTab(Place place, String draft, boolean selected) {

    /// The tabs of a file; those of a kind nobody knows are left out.
    static List<SavedTab> read(JsonNode saved) {
        List<SavedTab> tabs = new ArrayList<>();
        for (JsonNode tab : saved.path("tabs")) {
            place(
                            tab.path("kind").asString(""),
                            tab.path("server").asString(""),
                            tab.path("name").asString(""))
                    .ifPresent(p ->
                            tabs.add(
                                    new SavedTab(
                                            p,
                                            tab.path("draft").asString(""),
                                            tab.path("selected").asBoolean(false))));
        }
        return tabs;
    }

    static ObjectNode write(List<SavedTab> tabs) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode list = root.putArray("tabs");
        for (SavedTab tab : tabs) {
            ObjectNode saved = list.addObject();
            saved.put("kind", kind(tab.place()))
                    .put("server", tab.place().server())
                    .put("name", tab.place().name())
                    .put("draft", tab.draft());
            if (tab.selected()) {
                saved.put("selected", true);
            }
        }
        return root;
    }

    private static Optional<Place> place(String kind, String server, String name) {
        return switch (kind) {
            case "tool" -> Optional.of(new Place.ToolPlace(server, name));
            case "prompt" -> Optional.of(new Place.PromptPlace(server, name));
            case "resource" -> Optional.of(new Place.ResourcePlace(server, name));
            case "template" -> Optional.of(new Place.TemplatePlace(server, name));
            default -> Optional.empty();
        };
    }

    private static String kind(Place place) {
        return switch (place) {
            case Place.ToolPlace _ -> "tool";
            case Place.PromptPlace _ -> "prompt";
            case Place.ResourcePlace _ -> "resource";
            case Place.TemplatePlace _ -> "template";
        };
    }
}
