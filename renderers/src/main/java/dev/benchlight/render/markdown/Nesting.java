package dev.benchlight.render.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps the parser from nesting without end on one line: from the 51st quote or list mark on, the
/// line is text. The parser recurses, and 10,000 marks would overflow its stack.
final class Nesting {
    static final int DEEPEST = 50;
    private static final Pattern MARK =
            Pattern.compile("\\G[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))");

    private Nesting() {}

    static String bounded(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (int line = 0; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            int cut = end - line > DEEPEST ? cut(text, line, end) : -1;
            if (cut >= 0) {
                out = out == null ? new StringBuilder(text.length() + 16) : out;
                out.append(text, copied, cut).append(" \\");
                copied = cut;
            }
            line = end + 1;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private static int cut(String text, int from, int to) {
        Matcher marks = MARK.matcher(text).region(from, to);
        int count = 0;
        while (marks.find()) {
            count++;
            if (count > DEEPEST) {
                int at = marks.start();
                while (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
                    at++;
                }
                return at;
            }
        }
        return -1;
    }
}
