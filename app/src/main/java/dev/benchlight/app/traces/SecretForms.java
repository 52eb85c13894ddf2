package dev.benchlight.app.traces;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which a secret may stand in a text.
final class SecretForms {
    private static final int SHORTEST = 4;
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final Pattern NOT_FOR_HTML = Pattern.compile("[^\\x00-\\x7f]|[<>&']");
    private static final Pattern ALL = Pattern.compile("[\\s\\S]");

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        addJson(secret, forms);
        addUrl(secret, forms);
        addHtml(secret, forms);
        addHex(secret, forms);
        for (int shift = 0; shift < 3; shift++) {
            String core = base64Core(secret, shift);
            if (core.length() >= SHORTEST) {
                forms.add(core);
                forms.add(core.replace('+', '-').replace('/', '_'));
            }
        }
        return forms;
    }

    /// JSON writers differ in what they escape besides the quote and the backslash; and JSON is
    /// often carried as text within JSON.
    private static void addJson(String secret, Set<String> forms) {
        String json = quoted(secret);
        String slashed = json.replace("/", "\\/");
        for (String form :
                new String[] {
                    json,
                    slashed,
                    escaped(json, NOT_ASCII, "\\u%04x"),
                    escaped(json, NOT_ASCII, "\\u%04X"),
                    escaped(json, NOT_FOR_HTML, "\\u%04x"),
                    escaped(json, NOT_FOR_HTML, "\\u%04X"),
                    escaped(secret, ALL, "\\u%04x"),
                    escaped(secret, ALL, "\\u%04X")
                }) {
            forms.add(form);
            forms.add(quoted(form));
        }
    }

    private static void addHtml(String secret, Set<String> forms) {
        String named = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String quotes = named.replace("\"", "&quot;");
        forms.add(named);
        forms.add(quotes);
        forms.add(quotes.replace("'", "&#39;"));
        forms.add(quotes.replace("'", "&#x27;"));
        forms.add(escaped(secret, ALL, "&#%d;"));
        forms.add(escaped(secret, ALL, "&#x%x;"));
        forms.add(escaped(secret, ALL, "&#x%X;"));
    }

    private static void addHex(String secret, Set<String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /// @param code how one UTF-16 unit of what is found is written
    private static String escaped(String text, Pattern found, String code) {
        return found.matcher(text)
                .replaceAll(characters -> {
                    StringBuilder units = new StringBuilder();
                    characters.group().chars().forEach(unit -> units.append(code.formatted(unit)));
                    return Matcher.quoteReplacement(units.toString());
                });
    }

    private static void addUrl(String secret, Set<String> forms) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String component =
                form.replace("+", "%20")
                        .replace("%21", "!")
                        .replace("%27", "'")
                        .replace("%28", "(")
                        .replace("%29", ")")
                        .replace("%7E", "~");
        for (String url : new String[] {form, form.replace("+", "%20"), component}) {
            forms.add(url);
            forms.add(
                    PERCENT.matcher(url).replaceAll(code -> code.group().toLowerCase(Locale.ROOT)));
        }
    }

    /// The Base64 characters that depend on the secret alone when `shift` bytes stand before it.
    private static String base64Core(String secret, int shift) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (shift * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, Math.max(first, last));
    }
}
