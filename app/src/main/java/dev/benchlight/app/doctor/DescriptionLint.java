package dev.benchlight.app.doctor;

import dev.benchlight.app.doctor.Place.Kind;
import dev.benchlight.app.text.Hidden;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a model is not told: of each item one finding, whatever it lacks.
final class DescriptionLint {
    private static final int MOST_NAMED = 5;

    private DescriptionLint() {}

    static void of(Place place, JsonNode item, Findings findings) {
        if (isBlank(item) && place.kind() != Kind.RESOURCE) {
            boolean tool = place.kind() == Kind.TOOL;
            findings.add(
                    "no-description",
                    tool ? Severity.WARNING : Severity.NOTE,
                    place,
                    "has no description",
                    tool ? "A model chooses tools by their descriptions." : null);
        }
        switch (place.kind()) {
            case TOOL -> tool(place, item, findings);
            case PROMPT -> prompt(place, item, findings);
            case SERVER, RESOURCE, TEMPLATE -> {}
        }
    }

    private static void tool(Place place, JsonNode tool, Findings findings) {
        JsonNode schema = tool.path("inputSchema");
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> argument : schema.path("properties").properties()) {
            if (isBlank(resolved(schema, argument.getValue()))) {
                silent.add(argument.getKey());
            }
            if (Instructions.wantsConversation(argument.getKey())) {
                findings.add(
                        "exfiltration-argument",
                        Severity.LOOK_AT,
                        place.at(
                                JsonPointer.empty()
                                        .appendProperty("inputSchema")
                                        .appendProperty("properties")
                                        .appendProperty(argument.getKey())),
                        "is an argument that a model would fill with what the user did not mean to"
                                + " send",
                        "See what the server does with it.");
            }
        }
        report(place, silent, findings);
    }

    private static JsonNode resolved(JsonNode schema, JsonNode argument) {
        String reference = argument.path("$ref").asString("");
        return isBlank(argument) && reference.startsWith("#/")
                ? schema.at(JsonPointer.compile(reference.substring(1)))
                : argument;
    }

    private static void prompt(Place place, JsonNode prompt, Findings findings) {
        List<String> silent = new ArrayList<>();
        for (JsonNode argument : prompt.path("arguments")) {
            if (isBlank(argument)) {
                silent.add(argument.path("name").asString(""));
            }
        }
        report(place, silent, findings);
    }

    private static void report(Place place, List<String> silent, Findings findings) {
        if (!silent.isEmpty()) {
            List<String> named = silent.subList(0, Math.min(MOST_NAMED, silent.size()));
            int more = silent.size() - named.size();
            findings.add(
                    "undescribed-arguments",
                    Severity.NOTE,
                    place,
                    "does not describe "
                            + Hidden.line(String.join(", ", named))
                            + (more == 0 ? "" : " and " + more + " more"));
        }
    }

    private static boolean isBlank(JsonNode described) {
        return described.path("description").asString("").isBlank();
    }
}
