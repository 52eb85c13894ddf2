package dev.benchlight.app.doctor;

import dev.benchlight.app.text.Hidden;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// What concerns many tools alike, told once for the whole server.
final class Summary {
    private static final int MOST_NAMED = 5;
    private static final int MANY_TOOLS = 128;
    private static final int LARGE_TOOL = 2_000;
    private static final int LARGE_CATALOGUE = 25_000;
    private static final List<String> BEYOND_GEMINI =
            List.of(
                    "$ref",
                    "oneOf",
                    "allOf",
                    "not",
                    "if",
                    "const",
                    "patternProperties",
                    "prefixItems",
                    "propertyNames",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "uniqueItems");

    private final Offer offer;
    private final Findings findings;

    private Summary(Offer offer, Findings findings) {
        this.offer = offer;
        this.findings = findings;
    }

    static void of(Offer offer, Findings findings) {
        Summary summary = new Summary(offer, findings);
        if (!offer.tools().isEmpty()) {
            summary.sizes();
            summary.strict();
            summary.gemini();
            summary.missing("no-titles", "have no title", tool -> !titled(tool));
            summary.missing(
                    "no-annotations",
                    "have no annotations, so that clients take them for destructive",
                    tool -> tool.path("annotations").isEmpty());
        }
    }

    /// A rough one: four characters a token, of what a model is sent of the tool.
    static int tokens(JsonNode tool) {
        int characters = tool.path("name").asString("").length();
        characters += tool.path("description").asString("").length();
        characters += tool.path("inputSchema").toString().length();
        return (characters + 3) / 4;
    }

    private static boolean titled(JsonNode tool) {
        return tool.path("title").isString() || tool.path("annotations").path("title").isString();
    }

    private void sizes() {
        int all = offer.tools().stream().mapToInt(Summary::tokens).sum();
        if (all > LARGE_CATALOGUE || offer.tools().size() > MANY_TOOLS) {
            String what =
                    String.format(
                            Locale.ROOT,
                            "offers %,d tools of about %,d tokens, which go with every request",
                            offer.tools().size(),
                            all);
            findings.add(
                    "large-catalogue",
                    Severity.NOTE,
                    Place.SERVER,
                    what,
                    "OpenAI takes 128 tools in a request, and models choose worse among many.");
        }
        missing(
                "large-tools",
                "take more than 2,000 tokens each",
                tool -> tokens(tool) > LARGE_TOOL);
    }

    private void strict() {
        Map<StrictMode, Integer> counts = new EnumMap<>(StrictMode.class);
        int unfit = 0;
        for (JsonNode tool : offer.tools()) {
            var against = StrictMode.against(SchemaWalk.of(tool.path("inputSchema")));
            against.forEach(why -> counts.merge(why, 1, Integer::sum));
            unfit += against.isEmpty() ? 0 : 1;
        }
        if (unfit > 0) {
            List<String> why = new ArrayList<>();
            counts.forEach((reason, count) -> why.add(reason.words() + ": " + count));
            findings.add(
                    "not-strict",
                    Severity.NOTE,
                    Place.SERVER,
                    "has "
                            + of(unfit)
                            + " that do not fit OpenAI's strict mode as they are ("
                            + String.join("; ", why)
                            + ")",
                    "Clients send them without strict: true, or rewrite the schemas.");
        }
    }

    private void gemini() {
        missing(
                "beyond-gemini",
                "use keywords that Gemini takes in parametersJsonSchema only",
                tool ->
                        SchemaWalk.of(tool.path("inputSchema")).parts().stream()
                                .anyMatch(part ->
                                        BEYOND_GEMINI.stream().anyMatch(part.schema()::has)));
    }

    private void missing(String code, String what, Predicate<JsonNode> which) {
        List<String> names = new ArrayList<>();
        for (JsonNode tool : offer.tools()) {
            if (which.test(tool)) {
                names.add(tool.path("name").asString(""));
            }
        }
        if (!names.isEmpty()) {
            List<String> named = names.subList(0, Math.min(MOST_NAMED, names.size()));
            int more = names.size() - named.size();
            findings.add(
                    code,
                    Severity.NOTE,
                    Place.SERVER,
                    "has "
                            + of(names.size())
                            + " that "
                            + what
                            + ": "
                            + Hidden.line(String.join(", ", named))
                            + (more == 0 ? "" : " and " + more + " more"));
        }
    }

    private String of(int count) {
        int all = offer.tools().size();
        return count + " of " + all + (all == 1 ? " tool" : " tools");
    }
}
