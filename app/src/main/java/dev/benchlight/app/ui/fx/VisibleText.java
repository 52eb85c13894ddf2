package dev.benchlight.app.ui.fx;

import java.util.Locale;
import java.util.regex.Pattern;

/// Text of others with what cannot be seen made visible.
public final class VisibleText {
    private static final int BRIEF = 500;
    private static final Pattern FIRST_WORD = Pattern.compile("\\p{L}+[\\s,]");

    private VisibleText() {}

    /// Whether there are control, bidirectional, zero-width or tag characters.
    public static boolean hides(String text) {
        return text.codePoints().anyMatch(VisibleText::invisible);
    }

    /// The text with each of them as `⟦U+200B⟧`.
    public static String of(String text) {
        if (!hides(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    if (invisible(point)) {
                        shown.append("⟦U+%04X⟧".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        return shown.toString();
    }

    /// As [#of], of no more characters than anyone reads in a line or a tooltip. What a server
    /// calls its things may be of any length, and a control lays out all it is given.
    public static String brief(String text) {
        return brief(text, BRIEF);
    }

    /// As [#brief(String)], of at most `most` characters and an ellipsis.
    public static String brief(String text, int most) {
        if (text.length() <= most) {
            return of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return of(text.substring(0, end)) + "…";
    }

    /// What something is called, as [#brief(String)], on one line: line ends and tabs are shown as
    /// what they are too.
    public static String name(String text) {
        return name(text, BRIEF);
    }

    /// As [#name(String)], of at most `most` characters and an ellipsis.
    public static String name(String text, int most) {
        return brief(text, most)
                .replace("\n", "⟦U+000A⟧")
                .replace("\r", "⟦U+000D⟧")
                .replace("\t", "⟦U+0009⟧");
    }

    /// As [#of], as a sentence begins; a name such as `tools/call` stays as it is.
    public static String sentence(String text) {
        String shown = of(text);
        return !FIRST_WORD.matcher(shown).lookingAt()
                ? shown
                : shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }

    /// The text on one line, where nothing at all can hide: line ends, every blank but the plain
    /// one and characters without a meaning are spelled out too.
    public static String strict(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (hidden(point)) {
                        shown.append("⟦U+%04X⟧".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        return shown.toString();
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> isBlankLetter(point);
        };
    }

    /// Fillers, the Braille blank, joiners and selectors, which are letters or marks by their type.
    private static boolean isBlankLetter(int point) {
        return point == 0x034f
                || point == 0x115f
                || point == 0x1160
                || point == 0x2800
                || point == 0x3164
                || point == 0xffa0
                || (point >= 0x180b && point <= 0x180f)
                || (point >= 0xfe00 && point <= 0xfe0f)
                || (point >= 0xe0000 && point <= 0xe0fff);
    }

    private static boolean invisible(int point) {
        if (point == '\n' || point == '\t' || point == '\r') {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || (type == Character.FORMAT && point != 0x200d)
                || point == 0x2028
                || point == 0x2029;
    }
}
