package dev.benchlight.render;

import org.jspecify.annotations.Nullable;

/// Characters that a reader cannot see but that change what text means: controls, bidirectional
/// overrides, zero-width characters and tags. Views show them by name, and copies hold escapes.
public final class Invisible {
    private static final String[] C0 = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR",
        "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB",
        "ESC", "FS", "GS", "RS", "US"
    };

    private Invisible() {}

    /// The name of the character at `index` if it is invisible, else null. A tab, a line feed, a
    /// carriage return before one, and a joiner within an emoji are not.
    public static @Nullable String at(CharSequence text, int index) {
        char c = text.charAt(index);
        if (c >= 0x20 && c < 0x7f) {
            return null;
        }
        if (c == '\t' || c == '\n') {
            return null;
        }
        if (c == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n') {
            return null;
        }
        if (c == 0x200d && index > 0 && isEmojiPart(Character.codePointBefore(text, index))) {
            return null;
        }
        return name(Character.codePointAt(text, index));
    }

    private static boolean isEmojiPart(int point) {
        return (point >= 0x1f000 && point < 0x20000) || point == 0xfe0f || point == 0x2764;
    }

    private static @Nullable String name(int point) {
        if (point < 0x20) {
            return C0[point];
        } else if (point == 0x7f) {
            return "DEL";
        } else if (point < 0xa0 || Character.getType(point) == Character.SURROGATE) {
            return hex(point);
        } else if (point < 0x2000) {
            return switch (point) {
                case 0xad -> "SHY";
                case 0x61c -> "ALM";
                case 0x34f -> "CGJ";
                case 0x115f, 0x1160, 0x180e -> hex(point);
                default -> null;
            };
        } else if (point < 0x2070) {
            return general(point);
        } else if (point >= 0xe0000 && point < 0xe0080) {
            return point > 0xe0020 && point < 0xe007f ? "TAG " + (char) (point - 0xe0000) : "TAG";
        } else if (point >= 0xe0100 && point < 0xe01f0) {
            return "VS";
        } else {
            return switch (point) {
                case 0xfeff -> "BOM";
                case 0x3164, 0xffa0, 0xfff9, 0xfffa, 0xfffb -> hex(point);
                default -> null;
            };
        }
    }

    private static @Nullable String general(int point) {
        return switch (point) {
            case 0x200b -> "ZWSP";
            case 0x200c -> "ZWNJ";
            case 0x200d -> "ZWJ";
            case 0x200e -> "LRM";
            case 0x200f -> "RLM";
            case 0x2028 -> "LS";
            case 0x2029 -> "PS";
            case 0x202a -> "LRE";
            case 0x202b -> "RLE";
            case 0x202c -> "PDF";
            case 0x202d -> "LRO";
            case 0x202e -> "RLO";
            case 0x2060 -> "WJ";
            case 0x2066 -> "LRI";
            case 0x2067 -> "RLI";
            case 0x2068 -> "FSI";
            case 0x2069 -> "PDI";
            default -> point >= 0x2061 && point <= 0x206f ? hex(point) : null;
        };
    }

    private static String hex(int point) {
        return String.format("U+%04X", point);
    }

    /// The text with every invisible character as an escape such as `\u001B`; the same string if
    /// there is none.
    public static String escape(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (at(text, i) == null) {
                if (out != null) {
                    out.appendCodePoint(text.codePointAt(i));
                }
                continue;
            }
            if (out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            int point = text.codePointAt(i);
            out.append(String.format(point > 0xffff ? "\\u{%X}" : "\\u%04X", point));
        }
        return out == null ? text : out.toString();
    }

    /// At most `most` characters of the text, with an ellipsis where more follow, escaped and on
    /// one line.
    public static String brief(String text, int most) {
        String start = text;
        if (text.length() > most) {
            int end = Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
            start = text.substring(0, end) + "…";
        }
        return escape(start.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"));
    }
}
