package dev.benchlight.mcp;

import dev.benchlight.mcp.json.WrittenNumbers;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaValidator;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be said of a tool's structured content: against the output schema, which a client
/// should check, and beside the text that should say the same (specification, "Tools", "Structured
/// content" and "Output schema"). Blocks while it validates, so not for the JavaFX thread; throws
/// for nothing a server sent.
public final class StructuredContent {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StructuredContent() {}

    /// What can be wrong with it. Only [#NOT_CHECKED] is no fault of the server's.
    public enum Doubt {
        MISMATCH(
                "output-schema-mismatch",
                "the structured content does not match the tool's output schema"),
        NOT_CHECKED(
                "output-not-checked",
                "the structured content could not be checked in full against the tool's output"
                        + " schema"),
        MISSING(
                "structured-content-missing",
                "the tool declares an output schema but sent no structured content"),
        CONTRADICTION(
                "structured-content-differs",
                "the JSON in the text content differs from the structured content");

        private final String code;
        private final String sentence;

        Doubt(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /// Stable and kebab-case.
        public String code() {
            return code;
        }

        /// One sentence, without capital and full stop.
        public String sentence() {
            return sentence;
        }
    }

    /// One thing in doubt.
    ///
    /// @param problem where and what of the schema, or empty
    public record Finding(Doubt doubt, String problem) {}

    /// Returns nothing where all is well, or where there is nothing to hold it against.
    public static List<Finding> check(ToolResult result, Optional<JsonNode> outputSchema) {
        List<Finding> findings = new ArrayList<>();
        Optional<JsonNode> structured = result.structuredContent();
        if (outputSchema.isPresent() && structured.isPresent()) {
            SchemaValidator.validate(outputSchema.get(), structured.get())
                    .forEach(problem -> findings.add(finding(problem)));
        } else if (outputSchema.isPresent() && !result.isError()) {
            findings.add(new Finding(Doubt.MISSING, ""));
        }
        if (structured.isPresent() && contradicts(structured.get(), result)) {
            findings.add(new Finding(Doubt.CONTRADICTION, ""));
        }
        return findings;
    }

    private static Finding finding(SchemaProblem problem) {
        String at = problem.pointer().matches() ? "the root" : problem.pointer().toString();
        return new Finding(
                problem.checked() ? Doubt.MISMATCH : Doubt.NOT_CHECKED,
                "at " + at + ": " + problem.message());
    }

    /// Whether a text of the result says what the structured content says: the same JSON, or what
    /// stands in its only member, which servers wrap around what is no object.
    public static boolean isSaidInText(ToolResult result) {
        Optional<JsonNode> structured = result.structuredContent();
        return structured.isPresent()
                && texts(result).anyMatch(text -> isSame(structured.get(), text));
    }

    private static boolean isSame(JsonNode structured, String text) {
        Optional<JsonNode> only =
                structured.isObject() && structured.size() == 1
                        ? structured.valueStream().findFirst()
                        : Optional.empty();
        Optional<JsonNode> json = parsed(text);
        return structured.isString() && text.equals(structured.stringValue())
                || only.filter(value -> text.equals(value.asString(null))).isPresent()
                || json.filter(said -> same(said, structured)).isPresent()
                || json.filter(said -> only.filter(value -> same(said, value)).isPresent())
                        .isPresent();
    }

    /// Whether there is JSON among the texts, but none that says what `structured` says.
    private static boolean contradicts(JsonNode structured, ToolResult result) {
        List<String> said =
                texts(result)
                        .filter(text -> text.startsWith("{") && parsed(text).isPresent())
                        .toList();
        return !said.isEmpty() && said.stream().noneMatch(text -> isSame(structured, text));
    }

    private static Stream<String> texts(ToolResult result) {
        return result.content().stream()
                .flatMap(block ->
                        block instanceof Content.Text text
                                ? Stream.of(text.text())
                                : Stream.<String>empty());
    }

    private static Optional<JsonNode> parsed(String text) {
        try (JsonParser parser = new WrittenNumbers(JSON.createParser(text))) {
            Optional<JsonNode> json = Optional.ofNullable(JSON.readTree(parser));
            return parser.nextToken() == null ? json : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// Numbers are the same if their values are, however they are written.
    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) ->
                        a.isNumber() && b.isNumber()
                                ? a.decimalValue().compareTo(b.decimalValue())
                                : a.equals(b) ? 0 : 1,
                other);
    }
}
