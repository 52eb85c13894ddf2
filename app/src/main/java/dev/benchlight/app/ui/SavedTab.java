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
/// @param text what was typed, letter by letter
/// @param selected whether it was in front
record SavedTab(Place place, String text, boolean selected) {

    /// The tabs of a file.
    ///
    /// @param strange how many entries are not of a kind or shape that is known; they are left out
    record Read(List<SavedTab> tabs, int strange) {
        Read {
            tabs = List.copyOf(tabs);
        }
    }

    /// Whether it says the same, in front or not.
    boolean isSameAs(SavedTab other) {
        return place.equals(other.place) && text.equals(other.text);
    }

    static Read read(JsonNode saved) {
        List<SavedTab> tabs = new ArrayList<>();
        int strange = saved.path("tabs").isArray() || saved.isEmpty() ? 0 : 1;
        for (JsonNode tab : saved.path("tabs")) {
            Optional<Place> place =
                    place(
                            tab.path("kind").asString(""),
                            tab.path("server").asString(""),
                            tab.path("name").asString(""));
            if (place.isPresent() && tab.path("text").isString()) {
                boolean selected = tab.path("selected").asBoolean(false);
                tabs.add(new SavedTab(place.get(), tab.path("text").stringValue(), selected));
            } else {
                strange++;
            }
        }
        return new Read(tabs, strange);
    }

    static ObjectNode write(List<SavedTab> tabs) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode list = root.putArray("tabs");
        for (SavedTab tab : tabs) {
            ObjectNode saved = list.addObject();
            saved.put("kind", kind(tab.place()))
                    .put("server", tab.place().server())
                    .put("name", tab.place().name())
                    .put("text", tab.text());
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
            case "server" -> Optional.of(new Place.ServerPlace(server));
            default -> Optional.empty();
        };
    }

    private static String kind(Place place) {
        return switch (place) {
            case Place.ToolPlace _ -> "tool";
            case Place.PromptPlace _ -> "prompt";
            case Place.ResourcePlace _ -> "resource";
            case Place.TemplatePlace _ -> "template";
            case Place.ServerPlace _ -> "server";
        };
    }
}
