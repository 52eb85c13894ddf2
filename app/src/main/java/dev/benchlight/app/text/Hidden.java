package dev.benchlight.app.text;

import java.util.HexFormat;
import java.util.stream.Collectors;

/// Characters that steer a terminal, cannot be seen, or reorder what is read, and how they are
/// spelled out. Thread-safe.
public final class Hidden {
    private static final HexFormat HEX = HexFormat.of();

    private Hidden() {}

    /// Control characters except line feed and tab, and characters that hide or reorder text, as
    /// `\u001b`. Inside a JSON text these stand in strings only, where that means the same.
    public static String escaped(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (isHarmful(c) && c != '\n' && c != '\t') {
                if (result == null) {
                    result = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                for (int k = 0; k < width; k++) {
                    result.append("\\u").append(HEX.toHexDigits(text.charAt(i + k)));
                }
            } else if (result != null) {
                result.appendCodePoint(c);
            }
            i += width;
        }
        return result == null ? text : result.toString();
    }

    /// As [#escaped(String)], on one line.
    public static String line(String text) {
        String joined =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
        return escaped(joined.replace('\t', ' '));
    }

    /// Whether a code point steers a terminal, cannot be seen, or is half of one.
    public static boolean isHarmful(int c) {
        return isControl(c) || isInvisible(c);
    }

    /// C0, C1, and halves of surrogate pairs.
    public static boolean isControl(int c) {
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /// Bidirectional controls, zero-width characters, fillers, tags and the selectors beyond them.
    public static boolean isInvisible(int c) {
        return c == 0xad
                || c == 0x115f
                || c == 0x1160
                || c == 0x3164
                || c == 0xffa0
                || (c >= 0x200b && c <= 0x200f && c != 0x200d)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2069)
                || c == 0xfeff
                || c == 0x061c
                || (c >= 0xe0000 && c <= 0xe01ef);
    }
}
