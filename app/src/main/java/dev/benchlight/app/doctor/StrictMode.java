package dev.benchlight.app.doctor;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Why a schema does not fit OpenAI's strict mode as it is ("Structured Outputs", "Supported
/// schemas", as of November 2026). Clients can send such a tool without it, or rewrite the schema.
enum StrictMode {
    OPEN_OBJECTS("objects without additionalProperties: false"),
    OPTIONAL("optional members"),
    KEYWORDS("oneOf, allOf, not, if or dependent keywords"),
    DEPTH("more than 10 levels"),
    MEMBERS("more than 5,000 members"),
    ENUMS("more than 1,000 enum values");

    private static final int MOST_MEMBERS = 5_000;
    private static final int MOST_ENUMS = 1_000;
    private static final List<String> REFUSED =
            List.of(
                    "oneOf",
                    "allOf",
                    "not",
                    "if",
                    "then",
                    "else",
                    "dependentRequired",
                    "dependentSchemas");

    private final String words;

    StrictMode(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Set<StrictMode> against(SchemaWalk walk) {
        EnumSet<StrictMode> found = EnumSet.noneOf(StrictMode.class);
        long members = 0;
        long enums = 0;
        for (SchemaWalk.Part part : walk.parts()) {
            JsonNode schema = part.schema();
            members += schema.path("properties").size();
            enums += schema.path("enum").size();
            if (REFUSED.stream().anyMatch(schema::has)) {
                found.add(KEYWORDS);
            }
            object(schema, found);
        }
        if (members > MOST_MEMBERS) {
            found.add(MEMBERS);
        }
        if (enums > MOST_ENUMS) {
            found.add(ENUMS);
        }
        if (walk.depth() > SchemaWalk.DEEPEST) {
            found.add(DEPTH);
        }
        return found;
    }

    private static void object(JsonNode schema, Set<StrictMode> found) {
        JsonNode properties = schema.path("properties");
        if (!properties.isObject() && !schema.path("type").asString("").equals("object")) {
            return;
        }
        JsonNode more = schema.path("additionalProperties");
        if (!more.isBoolean() || more.booleanValue()) {
            found.add(OPEN_OBJECTS);
        }
        Set<String> required =
                Set.copyOf(
                        schema.path("required")
                                .valueStream()
                                .map(name -> name.asString(""))
                                .distinct()
                                .toList());
        if (!required.containsAll(properties.propertyNames())) {
            found.add(OPTIONAL);
        }
    }
}
