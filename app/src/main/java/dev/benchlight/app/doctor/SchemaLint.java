package dev.benchlight.app.doctor;

import dev.benchlight.app.text.Hidden;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks through a JSON Schema for what no value or no client can make sense of. Nothing is
/// fetched. For one schema and one thread.
final class SchemaLint {
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "object", "array", "null");

    private final Place place;
    private final JsonNode root;
    private final Findings findings;

    SchemaLint(Place place, JsonNode root, Findings findings) {
        this.place = place;
        this.root = root;
        this.findings = findings;
    }

    /// @param field the tool's member that holds the schema
    /// @param object whether it must be one of an object
    void check(JsonPointer field, boolean object) {
        if (!root.isObject() && !(root.isBoolean() && !object)) {
            bad(field, "is not a JSON Schema but " + kind(root));
            return;
        }
        if (object && !root.path("type").asString("").equals("object")) {
            bad(field, "is not of type object");
        }
        SchemaWalk walk = SchemaWalk.of(root);
        for (SchemaWalk.Part part : walk.parts()) {
            part(field.append(part.pointer()), part.schema());
        }
        if (!walk.whole()) {
            findings.add(
                    "large-schema",
                    Severity.WARNING,
                    place.at(field),
                    "has more than " + SchemaWalk.MOST + " parts; the rest was not looked at",
                    "No model reads this much.");
        }
        if (walk.depth() > SchemaWalk.DEEPEST) {
            findings.add(
                    "deep-schema",
                    Severity.WARNING,
                    place.at(field),
                    "nests objects and lists " + walk.depth() + " levels deep",
                    "OpenAI takes 10 levels in strict mode; models lose their way earlier.");
        }
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode() ? "missing" : Hidden.line(brief(node.toString()));
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void part(JsonPointer at, JsonNode schema) {
        types(at.appendProperty("type"), schema.path("type"));
        reference(at.appendProperty("$ref"), schema.path("$ref").asString(""));
        pattern(at.appendProperty("pattern"), schema.path("pattern").asString(""));
        for (String pattern : schema.path("patternProperties").propertyNames()) {
            pattern(at.appendProperty("patternProperties").appendProperty(pattern), pattern);
        }
        if (schema.path("enum").isArray() && schema.path("enum").isEmpty()) {
            bad(at.appendProperty("enum"), "is empty, so that no value fits");
        }
        // Where properties may also come from elsewhere, none can be said to be missing.
        boolean alone = schema.has("properties") && !schema.has("$ref") && !schema.has("allOf");
        for (JsonNode required : schema.path("required")) {
            String name = required.asString("");
            if (alone && !schema.path("properties").has(name)) {
                findings.add(
                        "undescribed-required",
                        Severity.WARNING,
                        place.at(at.appendProperty("required")),
                        "asks for " + Hidden.line(name) + ", which properties does not describe");
            }
        }
    }

    private void types(JsonPointer at, JsonNode type) {
        List<JsonNode> all = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(all::add);
        } else {
            all.add(type);
        }
        for (JsonNode one : all) {
            if (!one.isMissingNode() && !(one.isString() && TYPES.contains(one.stringValue()))) {
                String shown = Hidden.line(brief(one.toString()));
                bad(at, "is " + shown + ", which is no JSON Schema type");
            }
        }
    }

    private void reference(JsonPointer at, String reference) {
        if (reference.isEmpty() || reference.equals("#")) {
            return;
        }
        if (!reference.startsWith("#")) {
            if (!embedded(root, reference.replaceFirst("#.*", ""))) {
                findings.add(
                        "foreign-reference",
                        Severity.WARNING,
                        place.at(at),
                        "leads out of the schema, to "
                                + Hidden.line(brief(reference))
                                + ", and is not fetched",
                        "Clients must not follow it; write what is meant into the schema.");
            }
        } else if (reference.startsWith("#/") && leadsNowhere(reference)) {
            bad(at, "leads nowhere: " + Hidden.line(brief(reference)));
        }
    }

    private boolean leadsNowhere(String reference) {
        try {
            String pointer =
                    URLDecoder.decode(
                            reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return !root.has("$id") && root.at(JsonPointer.compile(pointer)).isMissingNode();
        } catch (IllegalArgumentException notAPointer) {
            return true;
        }
    }

    private static boolean embedded(JsonNode root, String id) {
        return root.findValues("$id").stream()
                .anyMatch(known -> known.asString("").endsWith(id.replaceFirst("^\\./", "")));
    }

    private void pattern(JsonPointer at, String pattern) {
        switch (PatternCost.of(pattern)) {
            case FINE -> {}
            case NONE ->
                    findings.add(
                            "bad-pattern",
                            Severity.WARNING,
                            place.at(at),
                            "is no regular expression that this program can read: "
                                    + Hidden.line(brief(pattern)));
            case COSTLY ->
                    findings.add(
                            "costly-pattern",
                            Severity.WARNING,
                            place.at(at),
                            "takes exponential time on some texts: " + Hidden.line(brief(pattern)),
                            "Avoid repeats within repeats, such as (a+)+.");
            case NOT_LINEAR ->
                    findings.add(
                            "pattern-not-re2",
                            Severity.NOTE,
                            place.at(at),
                            "looks ahead, looks behind or refers back, which RE2 engines refuse: "
                                    + Hidden.line(brief(pattern)));
        }
    }

    private void bad(JsonPointer at, String message) {
        findings.add("bad-schema", Severity.ERROR, place.at(at), message);
    }
}
