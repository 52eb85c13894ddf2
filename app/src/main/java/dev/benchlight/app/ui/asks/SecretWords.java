package dev.benchlight.app.ui.asks;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds forms that ask for what no form may ask for ("Elicitation", "Form Mode Security"). May
/// find too much; a warning costs less than a password.
final class SecretWords {
    private static final Pattern SECRET =
            Pattern.compile(
                    "pass[ _-]?(word|phrase|code)|passwd|\\bpwd\\b|secret|api[ _-]?key|apikey"
                            + "|token|credential|private[ _-]?key|\\bpin\\b|\\botp\\b|\\bcvv\\b"
                            + "|card[ _-]?number|seed phrase|recovery phrase|social security",
                    Pattern.CASE_INSENSITIVE);

    private SecretWords() {}

    /// What it asks for, as a list of its own words, or empty.
    ///
    /// @param params of `elicitation/create`
    static Optional<String> in(JsonNode params) {
        List<String> found = new ArrayList<>();
        if (isSecret(params.path("message"))) {
            found.add("its message");
        }
        for (Map.Entry<String, JsonNode> property :
                params.path("requestedSchema").path("properties").properties()) {
            JsonNode schema = property.getValue();
            boolean secret =
                    SECRET.matcher(property.getKey()).find()
                            || schema.path("format").asString("").equals("password")
                            || Stream.of("title", "description")
                                    .anyMatch(word -> isSecret(schema.path(word)));
            if (secret) {
                found.add("“" + property.getKey() + "”");
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", found.subList(0, Math.min(5, found.size()))));
    }

    private static boolean isSecret(JsonNode text) {
        return SECRET.matcher(text.asString("")).find();
    }
}
