package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.SchemaReader;

import java.util.List;

/// Which variant a value looks most like.
final class VariantGuess {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_MEMBERS = 500;

    private VariantGuess() {}

    static int best(
            SchemaReader reader,
            List<Field.Variant> variants,
            JsonDocument document,
            JsonValue value) {
        int best = 0;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < variants.size(); i++) {
            int score = score(reader, reader.read(variants.get(i).schema()), document, value, 0);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private static int score(
            SchemaReader reader, Field field, JsonDocument document, JsonValue value, int depth) {
        if (field instanceof Field.Variants inner && depth < MAX_DEPTH) {
            int best = best(reader, inner.variants(), document, value);
            Field chosen = reader.read(inner.variants().get(best).schema());
            return score(reader, chosen, document, value, depth + 1);
        }
        if (field instanceof Field.AnyJson) {
            return 0;
        }
        if (Fit.reason(field, document, value) != null) {
            return -100;
        }
        return field instanceof Field.Group group && value instanceof JsonValue.Obj object
                ? members(reader, group, document, object)
                : 3;
    }

    private static int members(
            SchemaReader reader, Field.Group group, JsonDocument document, JsonValue.Obj object) {
        int score = 1;
        for (Field.Property property : group.properties().stream().limit(MAX_MEMBERS).toList()) {
            JsonValue member =
                    object.member(property.name()).map(JsonValue.Member::value).orElse(null);
            if (member == null) {
                score -= property.required() ? 2 : 0;
            } else if (reader.read(property.schema()) instanceof Field.Choice choice) {
                score += Fit.indexOf(choice.options(), document, member) >= 0 ? 5 : -10;
            } else {
                score += 1;
            }
        }
        return score;
    }
}
