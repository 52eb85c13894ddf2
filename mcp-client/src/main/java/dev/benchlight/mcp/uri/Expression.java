package dev.benchlight.mcp.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An expression in braces (RFC 6570, section 3.2). Immutable.
record Expression(Operator operator, List<UriTemplate.Variable> variables) {
    Expression {
        variables = List.copyOf(variables);
    }

    String expand(Map<String, UriValue> values) {
        List<String> parts = new ArrayList<>();
        for (UriTemplate.Variable variable : variables) {
            UriValue value = values.get(variable.name());
            if (value != null && !value.isUndefined()) {
                expand(variable, value, parts);
            }
        }
        return parts.isEmpty() ? "" : operator.first() + String.join(operator.separator(), parts);
    }

    private void expand(UriTemplate.Variable variable, UriValue value, List<String> parts) {
        switch (value) {
            case UriValue.Text(String text) -> {
                String cut =
                        variable.prefix() == 0
                                ? text
                                : Encoding.prefix(text, variable.prefix(), operator.reserved());
                parts.add(named(variable.name(), encoded(cut)));
            }
            case UriValue.Items(List<String> items) -> {
                List<String> all = items.stream().map(this::encoded).toList();
                if (variable.explode()) {
                    all.forEach(item -> parts.add(named(variable.name(), item)));
                } else {
                    parts.add(named(variable.name(), String.join(",", all)));
                }
            }
            case UriValue.Pairs(List<UriValue.Pair> pairs) -> pairs(variable, pairs, parts);
        }
    }

    private void pairs(
            UriTemplate.Variable variable, List<UriValue.Pair> pairs, List<String> parts) {
        List<String> all = new ArrayList<>();
        for (UriValue.Pair pair : pairs) {
            String key = encoded(pair.key());
            String value = encoded(pair.value());
            if (!variable.explode()) {
                all.addAll(List.of(key, value));
            } else if (operator.named() && value.isEmpty()) {
                parts.add(key + operator.ifEmpty());
            } else {
                parts.add(key + "=" + value);
            }
        }
        if (!variable.explode()) {
            parts.add(named(variable.name(), String.join(",", all)));
        }
    }

    private String named(String name, String value) {
        if (!operator.named()) {
            return value;
        }
        String written = Encoding.encoded(name, true);
        return written + (value.isEmpty() ? operator.ifEmpty() : "=" + value);
    }

    private String encoded(String text) {
        return Encoding.encoded(text, operator.reserved());
    }
}
