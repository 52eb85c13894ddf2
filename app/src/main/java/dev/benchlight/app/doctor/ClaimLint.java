package dev.benchlight.app.doctor;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Annotations that contradict one another, the name, or the specification ("ToolAnnotations").
final class ClaimLint {
    private static final List<String> HINTS =
            List.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
    private static final Set<String> DESTROYING =
            Set.of("delete", "remove", "drop", "destroy", "erase", "purge", "wipe", "truncate");
    private static final Set<String> WRITING =
            Set.of(
                    "write",
                    "create",
                    "update",
                    "insert",
                    "edit",
                    "move",
                    "rename",
                    "overwrite",
                    "send",
                    "upload",
                    "patch",
                    "append",
                    "publish");

    private ClaimLint() {}

    static void of(Place place, JsonNode tool, Findings findings) {
        JsonNode claims = tool.path("annotations");
        for (String hint : HINTS) {
            JsonNode value = claims.path(hint);
            if (!value.isMissingNode() && !value.isBoolean()) {
                findings.add(
                        "bad-annotation",
                        Severity.ERROR,
                        place.at(
                                JsonPointer.empty()
                                        .appendProperty("annotations")
                                        .appendProperty(hint)),
                        "is not true or false, so that it claims nothing");
            }
        }
        boolean readOnly = claims.path("readOnlyHint").asBoolean(false);
        if (readOnly && claims.path("destructiveHint").asBoolean(false)) {
            findings.add(
                    "contradicting-claims",
                    Severity.WARNING,
                    place,
                    "claims to be read-only, and claims to be destructive",
                    "Clients run read-only tools without asking.");
            return;
        }
        String verb = verb(place.name());
        boolean destroys = DESTROYING.contains(verb);
        if (readOnly && (destroys || WRITING.contains(verb))) {
            findings.add(
                    "claim-against-name",
                    Severity.LOOK_AT,
                    place,
                    "claims to be read-only, and its name says " + verb,
                    "Clients run read-only tools without asking.");
        } else if (destroys && isFalse(claims.path("destructiveHint"))) {
            findings.add(
                    "claim-against-name",
                    Severity.LOOK_AT,
                    place,
                    "claims not to be destructive, and its name says " + verb);
        }
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    /// The first word of a name such as `delete_file`, `deleteFile` or `files.delete`: of the last
    /// part, since what stands before a dot or slash is where it belongs.
    private static String verb(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
        return last.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2")
                .replaceFirst("[^A-Za-z].*", "")
                .toLowerCase(Locale.ROOT);
    }
}
