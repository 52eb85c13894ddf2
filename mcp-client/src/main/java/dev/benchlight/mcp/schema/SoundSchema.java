package dev.benchlight.mcp.schema;

import com.networknt.schema.SpecificationVersion;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes out of a schema what can't be applied, so that one broken keyword does not keep all the
/// others from being checked. What was taken out is said in a note.
final class SoundSchema {
    private static final int MOST_NOTES = 50;
    private static final int MOST_SHOWN = 60;

    /// Keywords that may refuse more when what is in them asks for less, so that they are left out
    /// whole.
    private static final Set<String> REFUSING = Set.of("not", "if", "oneOf", "contains");

    private final SchemaRefs refs;
    private final SpecificationVersion version;
    private final List<SchemaProblem> notes = new ArrayList<>();
    private int leftOut;

    private SoundSchema(JsonNode schema, SpecificationVersion version) {
        this.refs = new SchemaRefs(schema);
        this.version = version;
    }

    /// @param schema what is left of it
    /// @param notes what was taken out; `checked` is false
    record Sound(JsonNode schema, List<SchemaProblem> notes) {}

    static Sound of(JsonNode schema) {
        String dialect =
                schema.path("$schema").isString() ? schema.path("$schema").stringValue() : "";
        SoundSchema sound = new SoundSchema(schema, Dialect.of(schema));
        Place root = new Place(JsonPointer.empty(), JsonPointer.empty(), sound.refs.root());
        JsonNode result = sound.schema(schema, root);
        if (!dialect.isEmpty() && Dialect.named(dialect).isEmpty()) {
            sound.notes.add(
                    SchemaProblem.unchecked(
                            JsonPointer.empty(),
                            "The schema's dialect "
                                    + dialect
                                    + " is not known, so 2020-12 was taken for it."));
        }
        return new Sound(result, List.copyOf(sound.notes));
    }

    /// @param schema where in the schema
    /// @param value where in the value, as far as the schema alone tells
    private record Place(JsonPointer schema, JsonPointer value, SchemaRefs.Resource resource) {
        Place keyword(String name) {
            return new Place(schema.appendProperty(name), value, resource);
        }

        Place member(String keyword, String name) {
            JsonPointer inValue =
                    switch (keyword) {
                        case "properties" -> value.appendProperty(name);
                        case "$defs", "definitions" -> JsonPointer.empty();
                        default -> value;
                    };
            return new Place(schema.appendProperty(name), inValue, resource);
        }

        Place item(int index) {
            return new Place(schema.appendIndex(index), value, resource);
        }
    }

    private JsonNode schema(JsonNode schema, Place place) {
        if (schema.isBoolean()) {
            return schema;
        }
        if (!schema.isObject()) {
            broken(place, schema, "a schema");
            return BooleanNode.TRUE;
        }
        Place here = new Place(place.schema, place.value, place.resource.in(schema));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (var entry : schema.properties()) {
            JsonNode kept = keyword(entry.getKey(), entry.getValue(), here.keyword(entry.getKey()));
            if (kept != null) {
                result.set(entry.getKey(), kept);
            }
        }
        return result;
    }

    private @Nullable JsonNode keyword(String name, JsonNode value, Place place) {
        Keyword keyword = Keyword.named(name);
        if (keyword == null) {
            return value;
        }
        String expected = isOfDraft4(keyword, value) ? null : keyword.broken(value);
        if (expected != null) {
            broken(place, value, expected);
            return null;
        }
        int before = leftOut;
        JsonNode sound = inside(keyword, name, value, place);
        return leftOut > before && REFUSING.contains(name) ? null : sound;
    }

    private @Nullable JsonNode inside(Keyword keyword, String name, JsonNode value, Place place) {
        return switch (keyword) {
            case SCHEMA -> schema(value, place);
            case ITEMS -> value.isArray() ? tuple(value, place) : schema(value, place);
            case SCHEMAS -> list(value, place);
            case MEMBERS -> members(name, value, place);
            case REFERENCE -> reference(value.stringValue(), place) ? value : null;
            case TEXT -> "$schema".equals(name) ? dialect(value) : value;
            default -> value;
        };
    }

    private boolean isOfDraft4(Keyword keyword, JsonNode value) {
        return keyword == Keyword.LIMIT
                && version == SpecificationVersion.DRAFT_4
                && value.isBoolean();
    }

    private static @Nullable JsonNode dialect(JsonNode id) {
        return Dialect.named(id.stringValue())
                .map(version -> JsonNodeFactory.instance.stringNode(version.getDialectId()))
                .orElse(null);
    }

    private @Nullable JsonNode tuple(JsonNode items, Place place) {
        if (version.getOrder() >= SpecificationVersion.DRAFT_2020_12.getOrder()) {
            broken(place, items, "one schema (a list of them is prefixItems since 2020-12)");
            return null;
        }
        return list(items, place);
    }

    private ArrayNode list(JsonNode schemas, Place place) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (JsonNode schema : schemas) {
            result.add(schema(schema, place.item(result.size())));
        }
        return result;
    }

    private ObjectNode members(String keyword, JsonNode schemas, Place place) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (var entry : schemas.properties()) {
            String name = entry.getKey();
            Place member = place.member(keyword, name);
            boolean names =
                    "dependencies".equals(keyword)
                            && Keyword.NAMES.broken(entry.getValue()) == null;
            if ("patternProperties".equals(keyword) && !Patterns.isPattern(name)) {
                broken(member, JsonNodeFactory.instance.stringNode(name), "a regular expression");
            } else {
                result.set(name, names ? entry.getValue() : schema(entry.getValue(), member));
            }
        }
        return result;
    }

    private boolean reference(String ref, Place place) {
        if (refs.isForeign(ref, place.resource)) {
            note(place, "Not fetched, so not checked: " + ref);
            return false;
        }
        boolean nowhere = refs.target(ref, place.resource) == null && Dialect.named(ref).isEmpty();
        if (nowhere) {
            note(place, "Not checked, as the schema refers to " + ref + ", which is not there.");
        }
        return !nowhere;
    }

    private void broken(Place place, JsonNode found, String expected) {
        String text = found.toString();
        note(
                place,
                "Not checked, as the schema is broken at "
                        + place.schema
                        + ": expected "
                        + expected
                        + ", found "
                        + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text)
                        + ".");
    }

    private void note(Place place, String message) {
        leftOut++;
        if (notes.size() < MOST_NOTES) {
            notes.add(SchemaProblem.unchecked(place.value, message));
        }
    }
}
