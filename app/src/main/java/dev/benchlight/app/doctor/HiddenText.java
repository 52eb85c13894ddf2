package dev.benchlight.app.doctor;

import dev.benchlight.app.text.Hidden;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;

/// What a text hides. Characters that cannot be seen but are at home where they stand, such as the
/// joiners of emoji and of scripts that need them, hide nothing.
enum HiddenText {
    /// Changes the reading direction, so that what is read is not what is there.
    BIDIRECTIONAL,
    /// Zero-width characters, tags, fillers, and selectors that select nothing.
    INVISIBLE,
    /// ESC and CSI, which steer a terminal.
    TERMINAL,
    CONTROL;

    private static final int BLACK_FLAG = 0x1f3f4;
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    /// The worst that is in it, or null.
    static @Nullable HiddenText in(String text) {
        HiddenText worst = null;
        int before = ' ';
        boolean flag = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            flag = c == BLACK_FLAG || (flag && isTag(c));
            HiddenText found = flag ? null : of(text, before, c);
            if (found != null && (worst == null || found.compareTo(worst) < 0)) {
                worst = found;
            }
            before = c;
            i += Character.charCount(c);
        }
        return worst;
    }

    private static @Nullable HiddenText of(String text, int before, int c) {
        if (c >= 0x20 && c < 0x7f) {
            return null;
        }
        if (isBidirectional(c)) {
            boolean mark = c == 0x061c || c == 0x200e || c == 0x200f;
            return mark && hasRightToLeft(text) ? null : BIDIRECTIONAL;
        }
        if (c == 0x1b || c == 0x9b) {
            return TERMINAL;
        }
        if (Hidden.isControl(c)) {
            return c == '\n' || c == '\t' || c == '\r' ? null : CONTROL;
        }
        return isSeen(before, c) ? null : INVISIBLE;
    }

    /// Whether it can be seen, or makes what stands before it look as it should.
    private static boolean isSeen(int before, int c) {
        if (c >= 0xfe00 && c <= 0xfe0f) {
            return before > 0x7f ? !isSelector(before) : isKeycap(before);
        }
        if (c >= 0xe0100 && c <= 0xe01ef) {
            return Character.isIdeographic(before);
        }
        if (c == JOINER || c == NON_JOINER) {
            return before > 0x7f && !Hidden.isInvisible(before) && before != JOINER;
        }
        return !Hidden.isInvisible(c);
    }

    private static boolean isKeycap(int c) {
        return (c >= '0' && c <= '9') || c == '#' || c == '*';
    }

    private static boolean isSelector(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    }

    private static boolean isTag(int c) {
        return c >= 0xe0020 && c <= 0xe007f;
    }

    private static boolean isBidirectional(int c) {
        return (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f;
    }

    private static boolean hasRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .anyMatch(script ->
                        script == UnicodeScript.ARABIC
                                || script == UnicodeScript.HEBREW
                                || script == UnicodeScript.SYRIAC
                                || script == UnicodeScript.THAANA
                                || script == UnicodeScript.NKO);
    }

    /// What is written in tags, which are ASCII that nobody sees; empty if nothing is.
    static String tagged(String text) {
        StringBuilder tagged = new StringBuilder();
        text.codePoints()
                .filter(c -> c >= 0xe0020 && c <= 0xe007e)
                .forEach(c -> tagged.append((char) (c - 0xe0000)));
        return tagged.toString();
    }
}
