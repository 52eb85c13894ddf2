package dev.benchlight.render.syntax;

import java.util.ArrayList;
import java.util.List;

/// XML and HTML: tags, attributes, values, comments. Stateless.
public final class MarkupLexer implements Lexer {
    @Override
    public List<Span> spans(String code) {
        List<Span> spans = new ArrayList<>();
        int at = code.indexOf('<');
        while (at >= 0 && at < code.length()) {
            if (code.startsWith("<!--", at)) {
                int end = code.indexOf("-->", at);
                end = end < 0 ? code.length() : end + 3;
                spans.add(new Span(at, end, TokenKind.COMMENT));
                at = code.indexOf('<', end);
            } else {
                at = code.indexOf('<', tag(code, at, spans));
            }
        }
        return spans;
    }

    private static int tag(String code, int open, List<Span> spans) {
        int at = open + 1;
        while (at < code.length() && isNamePart(code.charAt(at))) {
            at++;
        }
        spans.add(new Span(open, at, TokenKind.TAG));
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '>') {
                spans.add(new Span(at, at + 1, TokenKind.TAG));
                return at + 1;
            } else if (c == '<') {
                return at;
            } else if (c == '"' || c == '\'') {
                int end = code.indexOf(c, at + 1);
                end = end < 0 ? code.length() : end + 1;
                spans.add(new Span(at, end, TokenKind.STRING));
                at = end;
            } else if (Character.isLetter(c)) {
                int start = at;
                while (at < code.length() && isNamePart(code.charAt(at))) {
                    at++;
                }
                spans.add(new Span(start, at, TokenKind.KEY));
            } else {
                at++;
            }
        }
        return at;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "/?!:-_.".indexOf(c) >= 0;
    }
}
