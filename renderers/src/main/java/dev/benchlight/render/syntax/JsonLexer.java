package dev.benchlight.render.syntax;

import java.util.ArrayList;
import java.util.List;

/// JSON, also broken JSON and stretches from the middle of a document. Stateless.
public final class JsonLexer implements Lexer {
    private static final int LOOK_AHEAD = 256;

    @Override
    public List<Span> spans(String code) {
        return spans(code, 0, code.length(), false);
    }

    /// The spans of `[from, to)`; the last may go past `to`.
    public static List<Span> spans(String text, int from, int to, boolean startsInString) {
        List<Span> spans = new ArrayList<>();
        int limit = Math.min(text.length(), to + LOOK_AHEAD);
        int at = from;
        if (startsInString) {
            at = addString(text, from, from, limit, spans);
        }
        while (at < to) {
            char c = text.charAt(at);
            if (c == '"') {
                at = addString(text, at, at + 1, limit, spans);
            } else if (c == '-' || c >= '0' && c <= '9') {
                int end = at + 1;
                while (end < text.length() && isNumberPart(text.charAt(end))) {
                    end++;
                }
                spans.add(new Span(at, end, TokenKind.NUMBER));
                at = end;
            } else if (c >= 'a' && c <= 'z') {
                int end = at + 1;
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                spans.add(new Span(at, end, TokenKind.KEYWORD));
                at = end;
            } else {
                at++;
            }
        }
        return spans;
    }

    private static boolean isNumberPart(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    }

    private static int addString(String text, int start, int from, int limit, List<Span> spans) {
        int end = stringEnd(text, from, limit);
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean key = next < text.length() && text.charAt(next) == ':';
        spans.add(new Span(start, end, key ? TokenKind.KEY : TokenKind.STRING));
        return end;
    }

    /// The offset after the closing quote of the string whose inside begins at `from`.
    private static int stringEnd(String text, int from, int limit) {
        int at = from;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '"') {
                return at + 1;
            } else if (c == '\n') {
                return at;
            } else {
                at++;
            }
        }
        return limit;
    }
}
