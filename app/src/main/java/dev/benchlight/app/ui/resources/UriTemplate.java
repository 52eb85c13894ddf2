package dev.benchlight.app.ui.resources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A URI template (RFC 6570) with string variables: `{var}`, `{+var}`, `{#var}`, `{/var}`,
/// `{.var}`, `{;var}`, `{?a,b}` and `{&a}`. Modifiers (`*`, `:3`) are not supported.
public record UriTemplate(String text) {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([+#./;?&]?)([^{}]*)}");
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    /// The variables, in order, each once.
    public List<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            for (String name : matcher.group(2).split(",", -1)) {
                names.add(plain(name));
            }
        }
        return List.copyOf(names);
    }

    /// What of this template is not supported, in a sentence; empty if nothing.
    public String unsupported() {
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2).contains("*") || matcher.group(2).contains(":")) {
                return matcher.group() + " has a modifier, which is left out here.";
            }
        }
        String rest = matcher.replaceAll("");
        return rest.contains("{") || rest.contains("}")
                ? "There is a brace that belongs to no expression."
                : "";
    }

    private static String plain(String name) {
        return name.replaceAll("(\\*|:[0-9]+)$", "").strip();
    }

    /// The URI for these values; a variable without one is left out.
    public String expand(Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = EXPRESSION.matcher(text);
        int end = 0;
        while (matcher.find()) {
            out.append(text, end, matcher.start());
            out.append(expression(matcher.group(1), matcher.group(2).split(",", -1), values));
            end = matcher.end();
        }
        return out.append(text, end, text.length()).toString();
    }

    private static String expression(String operator, String[] names, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        boolean named = operator.matches("[;?&]");
        boolean reserved = operator.matches("[+#]");
        for (String name : names) {
            String value = values.get(plain(name));
            if (value == null) {
                continue;
            }
            String encoded = encoded(value, reserved);
            String bare = operator.equals(";") && encoded.isEmpty() ? "" : "=";
            parts.add(named ? plain(name) + bare + encoded : encoded);
        }
        String first = operator.equals("+") ? "" : operator;
        String separator =
                switch (operator) {
                    case "?", "&" -> "&";
                    case ".", "/", ";" -> operator;
                    default -> ",";
                };
        return parts.isEmpty() ? "" : first + String.join(separator, parts);
    }

    private static String encoded(String value, boolean reserved) {
        StringBuilder out = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (UNRESERVED.indexOf(c) >= 0 || (reserved && RESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted(b & 0xff));
            }
        }
        return out.toString();
    }
}
