package dev.benchlight.app.workspace;

import java.util.List;
import java.util.regex.Pattern;

/// What a message may repeat of a file that is not what it should be, and may hold a secret: words
/// such as a program's own keys, and nothing else.
final class PlainWord {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,29}");
    private static final int MOST = 10;

    private PlainWord() {}

    /// The word, or `…`.
    static String of(String text) {
        return isPlain(text) ? text : "…";
    }

    /// The first of the words, and how many others there are.
    static String list(List<String> texts) {
        List<String> shown = texts.stream().filter(PlainWord::isPlain).limit(MOST).toList();
        int others = texts.size() - shown.size();
        String words = String.join(", ", shown);
        if (others == 0) {
            return words;
        }
        return shown.isEmpty()
                ? others + (others == 1 ? " key" : " keys")
                : words + " and " + others + " more";
    }

    private static boolean isPlain(String text) {
        return text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7f
                || WORD.matcher(text).matches() && !LiteralKey.isLikely("", text);
    }
}
