package dev.benchlight.mcp.uri;

import java.nio.charset.StandardCharsets;

/// Percent-encoding, and counting characters as the prefix modifier does (RFC 6570, sections 2.4.1
/// and 3.2.1).
final class Encoding {
    private static final String MARKS = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    private Encoding() {}

    /// @param reserved whether reserved characters and percent-encoded triplets stay as they are
    static String encoded(String text, boolean reserved) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int next = end(text, at, reserved);
            String character = text.substring(at, next);
            if (stays(character, reserved)) {
                out.append(character);
            } else {
                encode(character, out);
            }
            at = next;
        }
        return out.toString();
    }

    /// The first characters of a text. A triplet that stays as it is counts as one.
    static String prefix(String text, int most, boolean reserved) {
        int at = 0;
        for (int count = 0; count < most && at < text.length(); count++) {
            at = end(text, at, reserved);
        }
        return text.substring(0, at);
    }

    /// Whether a percent-encoded triplet stands there.
    static boolean isTriplet(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    /// Whether a character is one of the unreserved ones of a URI.
    static boolean isUnreserved(int c) {
        return isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    }

    static boolean isReserved(int c) {
        return RESERVED.indexOf(c) >= 0;
    }

    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static int end(String text, int at, boolean reserved) {
        return reserved && isTriplet(text, at) ? at + 3 : text.offsetByCodePoints(at, 1);
    }

    private static boolean stays(String character, boolean reserved) {
        int c = character.charAt(0);
        return (character.length() == 1 && isUnreserved(c))
                || (reserved && (isReserved(c) || isTriplet(character, 0)));
    }

    private static void encode(String character, StringBuilder out) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            out.append('%')
                    .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
        }
    }
}
