package dev.benchlight.app.ui.asks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;

/// Folders as `roots/list` is answered with them.
final class Roots {
    private Roots() {}

    static JsonNode result(List<String> folders) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode list = result.putArray("roots");
        for (String folder : folders) {
            Path path = Path.of(folder);
            ObjectNode root = list.addObject().put("uri", path.toUri().toString());
            if (path.getFileName() != null) {
                root.put("name", path.getFileName().toString());
            }
        }
        return result;
    }
}
