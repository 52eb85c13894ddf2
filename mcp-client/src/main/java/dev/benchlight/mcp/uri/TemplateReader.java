package dev.benchlight.mcp.uri;

import java.util.ArrayList;
import java.util.List;

/// Reads one URI template by the grammar of RFC 6570, section 2. Used once.
final class TemplateReader {
    private static final int MOST_FAULTS = 20;
    private static final int MOST_DIGITS = 4;

    private final String text;
    private final List<UriTemplate.Part> parts = new ArrayList<>();
    private final List<UriTemplate.Fault> faults = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TemplateReader(String text) {
        this.text = text;
    }

    UriTemplate read() {
        int at = 0;
        while (at < text.length()) {
            at = text.charAt(at) == '{' ? expression(at) : literal(at);
        }
        endLiteral();
        return new UriTemplate(text, parts, faults);
    }

    /// @return where to go on
    private int literal(int at) {
        int c = text.codePointAt(at);
        int next = at + Character.charCount(c);
        if (c == '}') {
            fault(at, "a closing brace that no opening one belongs to");
        } else if (c == '%' && !Encoding.isTriplet(text, at)) {
            fault(at, "a percent sign without two hexadecimal digits after it");
        } else if (c < 0x80 && c != '%' && !Encoding.isUnreserved(c) && !Encoding.isReserved(c)) {
            fault(at, "a character that no URI has (U+%04X)".formatted(c));
        }
        literal.append(text, at, next);
        return next;
    }

    private int expression(int open) {
        int end = open + 1;
        while (end < text.length() && text.charAt(end) != '}' && text.charAt(end) != '{') {
            end++;
        }
        if (end == text.length() || text.charAt(end) == '{') {
            fault(open, "an opening brace that is never closed");
            literal.append(text, open, end);
            return end;
        }
        String inside = text.substring(open + 1, end);
        if (!inside.isEmpty() && Operator.SET_ASIDE.indexOf(inside.charAt(0)) >= 0) {
            fault(open + 1, "the operator " + inside.charAt(0) + " has no meaning yet");
            literal.append(text, open, end + 1);
            return end + 1;
        }
        Operator operator = Operator.of(inside);
        int first = open + 1 + operator.sign().length();
        List<UriTemplate.Variable> variables = variables(first, end);
        if (variables.isEmpty()) {
            literal.append(text, open, end + 1);
        } else {
            endLiteral();
            parts.add(new UriTemplate.Part.Of(new Expression(operator, variables)));
        }
        return end + 1;
    }

    private List<UriTemplate.Variable> variables(int from, int to) {
        List<UriTemplate.Variable> variables = new ArrayList<>();
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || text.charAt(at) == ',') {
                variable(start, at, variables);
                start = at + 1;
            }
        }
        return variables;
    }

    private void variable(int from, int to, List<UriTemplate.Variable> variables) {
        String spec = text.substring(from, to);
        boolean explode = spec.endsWith("*");
        int colon = spec.indexOf(':');
        String name = colon >= 0 ? spec.substring(0, colon) : spec;
        int prefix = 0;
        if (colon >= 0) {
            prefix = prefix(from + colon + 1, spec.substring(colon + 1));
        } else if (explode) {
            name = spec.substring(0, spec.length() - 1);
        }
        if (name.isBlank()) {
            fault(from, "the name of a variable is missing");
            return;
        }
        name(from, name);
        variables.add(new UriTemplate.Variable(name, explode && colon < 0, prefix));
    }

    /// @return 0 where it is none
    private int prefix(int at, String digits) {
        boolean valid =
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.charAt(0) != '0'
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!valid) {
            fault(at, "the length of a prefix is a number from 1 to 9999");
        }
        return valid ? Integer.parseInt(digits) : 0;
    }

    private void name(int from, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean dot = c == '.' && i > 0 && i < name.length() - 1 && name.charAt(i - 1) != '.';
            if (Encoding.isTriplet(name, i)) {
                i += 2;
            } else if (!dot && c != '_' && !Encoding.isLetterOrDigit(c)) {
                fault(from + i, "names of variables have no U+%04X there".formatted((int) c));
                return;
            }
        }
    }

    private void fault(int at, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new UriTemplate.Fault(at + 1, message));
        }
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new UriTemplate.Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
