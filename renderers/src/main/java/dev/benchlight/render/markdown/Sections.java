package dev.benchlight.render.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a long document into stretches that are parsed one after the other: at a blank line that is
/// not in fenced code, where there is one. References do not reach beyond their stretch.
final class Sections {
    /// In characters.
    static final int SIZE = 1 << 18;

    /// The first of a document that is longer, so that it is soon there.
    static final int FIRST = 1 << 16;

    private static final Pattern LINE = Pattern.compile("(?m)^ {0,3}(```|~~~)|^[ \\t]*$");

    private Sections() {}

    /// Where the section that begins at `from` ends.
    static int end(String text, int from) {
        if (text.length() - from <= SIZE) {
            return text.length();
        }
        int size = from == 0 ? FIRST : SIZE;
        int most = Math.min(text.length(), from + 2 * size);
        Matcher lines = LINE.matcher(text).region(from, most);
        boolean fenced = false;
        while (lines.find()) {
            if (lines.group(1) != null) {
                fenced = !fenced;
            } else if (!fenced && lines.start() >= from + size) {
                return lines.end();
            }
        }
        int line = text.lastIndexOf('\n', from + size);
        int end = line > from ? line + 1 : from + size;
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }
}
