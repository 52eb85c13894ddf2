package dev.benchlight.app.demo;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// Descriptions and schemas of the demo tools, from the asset `tools.json`.
final class DemoSchemas {
    private static final Map<String, Map<String, Object>> TOOLS = read();

    private DemoSchemas() {}

    static Map<String, Object> of(String tool) {
        Map<String, Object> found = TOOLS.get(tool);
        if (found == null) {
            throw new IllegalStateException("tools.json does not describe " + tool);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // the asset is ours, and holds objects there
    static Map<String, Object> object(Map<String, Object> of, String name) {
        Object found = of.get(name);
        return found == null ? Map.of() : (Map<String, Object>) found;
    }

    private static Map<String, Map<String, Object>> read() {
        try (InputStream asset = DemoSchemas.class.getResourceAsStream("tools.json")) {
            if (asset == null) {
                throw new IllegalStateException("the asset tools.json is missing");
            }
            return JsonMapper.shared().readValue(asset, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
