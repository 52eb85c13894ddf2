package dev.benchlight.mcp.uri;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A URI template (RFC 6570, all levels). What is not valid is named with its position, and taken
/// as it seems to be meant: a name of other characters is a name, an expression that is none stays
/// as it is. Immutable.
public final class UriTemplate {
    private final String text;
    private final List<Part> parts;
    private final List<Variable> variables;
    private final List<Fault> faults;

    /// A variable of an expression.
    ///
    /// @param explode whether members of a list or map are expanded one by one (`*`)
    /// @param prefix how many characters of a text are taken (`:3`), or 0 for all
    public record Variable(String name, boolean explode, int prefix) {}

    /// What is not as the RFC says.
    ///
    /// @param position of the character in the template, from 1
    public record Fault(int position, String message) {
        /// As a sentence.
        public String sentence() {
            return "Not a valid URI template at character " + position + ": " + message + ".";
        }
    }

    /// A part of a template, in the order in which they stand.
    sealed interface Part {
        /// Text that expands to itself, encoded where a URI wants that.
        record Literal(String text) implements Part {}

        record Of(Expression expression) implements Part {}
    }

    UriTemplate(String text, List<Part> parts, List<Fault> faults) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.faults = List.copyOf(faults);
        Map<String, Variable> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part instanceof Part.Of(Expression expression)) {
                expression.variables().forEach(v -> byName.merge(v.name(), v, UriTemplate::wider));
            }
        }
        variables = List.copyOf(byName.values());
    }

    /// Reads a template; never fails.
    public static UriTemplate parse(String text) {
        return new TemplateReader(text).read();
    }

    private static Variable wider(Variable one, Variable other) {
        return new Variable(
                one.name(),
                one.explode() || other.explode(),
                one.prefix() == 0 || other.prefix() == 0
                        ? 0
                        : Math.max(one.prefix(), other.prefix()));
    }

    /// The variables, in order, each once: with what of its value is used at most.
    public List<Variable> variables() {
        return variables;
    }

    /// What is not valid, first to last.
    public List<Fault> faults() {
        return faults;
    }

    /// The URI for these values; a variable without one is left out.
    public String expand(Map<String, UriValue> values) {
        List<String> out = new ArrayList<>();
        for (Part part : parts) {
            out.add(
                    switch (part) {
                        case Part.Literal(String literal) -> Encoding.encoded(literal, true);
                        case Part.Of(Expression expression) -> expression.expand(values);
                    });
        }
        return String.join("", out);
    }

    /// As the server wrote it.
    @Override
    public String toString() {
        return text;
    }
}
