package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.SchemaReader;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Which variant a value looks most like. It looks at a bounded number of schemas, for they may
/// refer to themselves.
final class VariantGuess {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_READS = 2_000;

    private final SchemaReader reader;
    private final JsonDocument document;
    private int reads;

    private VariantGuess(SchemaReader reader, JsonDocument document) {
        this.reader = reader;
        this.document = document;
    }

    /// @param preferred which is taken if none is better
    static int best(
            SchemaReader reader,
            List<Field.Variant> variants,
            JsonDocument document,
            JsonValue value,
            int preferred) {
        return new VariantGuess(reader, document).best(variants, value, preferred, 0);
    }

    private int best(List<Field.Variant> variants, JsonValue value, int preferred, int depth) {
        int best = preferred;
        int most = score(variants.get(preferred), value, depth);
        for (int i = 0; i < variants.size(); i++) {
            int score = i == preferred ? most : score(variants.get(i), value, depth);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private int score(Field.Variant variant, JsonValue value, int depth) {
        return score(read(variant.schema()), value, depth);
    }

    private @Nullable Field read(JsonNode schema) {
        return reads++ < MAX_READS ? reader.read(schema) : null;
    }

    private int score(@Nullable Field field, JsonValue value, int depth) {
        if (field == null || field instanceof Field.AnyJson) {
            return 0;
        }
        if (field instanceof Field.Variants inner) {
            if (depth >= MAX_DEPTH) {
                return 0;
            }
            int best = best(inner.variants(), value, 0, depth + 1);
            return score(inner.variants().get(best), value, depth + 1);
        }
        if (Fit.reason(field, document, value) != null) {
            return -100;
        }
        return field instanceof Field.Group group && value instanceof JsonValue.Obj object
                ? members(group, object)
                : 3;
    }

    /// A constant that is met tells most, one that is not met tells against it.
    private int members(Field.Group group, JsonValue.Obj object) {
        int score = 1;
        for (Field.Property property : group.properties()) {
            JsonValue member =
                    object.member(property.name()).map(JsonValue.Member::value).orElse(null);
            if (member == null) {
                score -= property.required() ? 2 : 0;
                continue;
            }
            Field field = read(property.schema());
            if (field instanceof Field.Choice choice) {
                score += Fit.indexOf(choice.options(), document, member) >= 0 ? 5 : -10;
            } else {
                score += field == null || Fit.reason(field, document, member) == null ? 1 : -1;
            }
        }
        return score;
    }
}
