package dev.benchlight.app.ui.resources;

import dev.benchlight.mcp.uri.UriValue;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Arguments as the values of a URI template's variables.
final class UriValues {
    private UriValues() {}

    /// @param arguments an object; null is no value, and what is no text is taken as it is written
    static Map<String, UriValue> of(JsonNode arguments) {
        Map<String, UriValue> values = new LinkedHashMap<>();
        arguments
                .properties()
                .forEach(member ->
                        value(member.getValue()).ifPresent(v -> values.put(member.getKey(), v)));
        return values;
    }

    private static Optional<UriValue> value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isArray()) {
            return Optional.of(
                    new UriValue.Items(value.valueStream().map(UriValues::text).toList()));
        }
        if (value.isObject()) {
            return Optional.of(
                    new UriValue.Pairs(
                            value.properties().stream()
                                    .map(m -> new UriValue.Pair(m.getKey(), text(m.getValue())))
                                    .toList()));
        }
        return Optional.of(new UriValue.Text(text(value)));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
