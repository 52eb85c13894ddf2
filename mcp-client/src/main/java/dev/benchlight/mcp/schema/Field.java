package dev.benchlight.mcp.schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What a form shows for one schema, one level deep: the schemas below are read when they are
/// shown, so recursive and huge schemas cost nothing. Immutable.
public sealed interface Field {
    Facts facts();

    /// What is said beside any field.
    ///
    /// @param schema with references resolved and `allOf` merged
    /// @param nullable whether `null` is allowed beside the field's own type
    /// @param limits the constraints in words, such as `1 to 10`, or empty
    record Facts(
            JsonNode schema,
            String title,
            String description,
            boolean nullable,
            boolean deprecated,
            boolean readOnly,
            @Nullable JsonNode defaultValue,
            String limits) {}

    /// A string. `format` is empty when the schema names none.
    record Text(Facts facts, String format, boolean multiLine) implements Field {}

    /// A number, or only whole ones.
    record Numeric(Facts facts, boolean integer) implements Field {}

    /// `true` or `false`.
    record Toggle(Facts facts) implements Field {}

    /// One of some values (`enum`, `const`, `oneOf` of titled constants).
    record Choice(Facts facts, List<Option> options) implements Field {}

    /// An array of values out of a list short enough to show whole.
    record MultiChoice(Facts facts, List<Option> options) implements Field {}

    /// An object. `others` is the schema of further members, null if none are allowed.
    record Group(Facts facts, List<Property> properties, @Nullable JsonNode others)
            implements Field {}

    /// An array: a schema for each of the first items, and one for the rest, null if none may come.
    record Items(Facts facts, List<JsonNode> first, @Nullable JsonNode rest) implements Field {}

    /// One of several shapes (`oneOf`, `anyOf`, several types).
    record Variants(Facts facts, List<Variant> variants) implements Field {}

    /// What a form can't express; `reason` says why. Edited as JSON in place.
    record AnyJson(Facts facts, String reason) implements Field {}

    /// A value to choose.
    record Option(JsonNode value, String label) {}

    /// A named member.
    record Property(String name, JsonNode schema, boolean required) {}

    /// A shape; its schema stands alone.
    record Variant(String label, JsonNode schema) {
        /// Whether the label only counts, as nothing in the schema tells the shape from the others.
        boolean isNameless() {
            return label.startsWith("variant ");
        }
    }
}
