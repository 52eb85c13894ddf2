package dev.benchlight.mcp.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writing and recognising single tokens of JSON.
public final class JsonText {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private JsonText() {}

    /// The string as JSON. Control characters and lone surrogates are escaped, nothing else is but
    /// what must be.
    public static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int shorthand = "\"\\\b\f\n\r\t".indexOf(c);
            if (shorthand >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(shorthand));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                out.append(c).append(value.charAt(++i));
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /// Whether the whole text is a JSON number.
    public static boolean isNumber(String text) {
        return !text.isEmpty() && numberEnd(text, 0) == text.length();
    }

    /// Where the number that starts at `from` ends; `from` if none starts there.
    static int numberEnd(String text, int from) {
        Matcher matcher = NUMBER.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }

    static boolean hasLoneSurrogate(String value) {
        return value.codePoints().anyMatch(c -> c <= 0xffff && Character.isSurrogate((char) c));
    }

    /// The content of a valid JSON string without its quotation marks.
    static String unescape(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            if (escaped == 'u') {
                out.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                int shorthand = "bfnrt".indexOf(escaped);
                out.append(shorthand < 0 ? escaped : "\b\f\n\r\t".charAt(shorthand));
            }
        }
        return out.toString();
    }
}
