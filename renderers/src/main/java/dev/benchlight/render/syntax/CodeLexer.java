package dev.benchlight.render.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Languages of the usual build: words, quoted strings, comments. Immutable.
///
/// @param lineComments what begins a comment to the end of the line
/// @param blockOpen what begins a block comment, or empty; `blockClose` ends it
/// @param quotes characters that quote a string; tripled, one of many lines
public record CodeLexer(
        Set<String> keywords,
        List<String> lineComments,
        String blockOpen,
        String blockClose,
        String quotes)
        implements Lexer {
    public CodeLexer {
        keywords = Set.copyOf(keywords);
        lineComments = List.copyOf(lineComments);
    }

    @Override
    public List<Span> spans(String code) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < code.length()) {
            at = next(code, at, spans);
        }
        return spans;
    }

    private int next(String code, int at, List<Span> spans) {
        char c = code.charAt(at);
        int comment = commentEnd(code, at);
        if (comment > at) {
            spans.add(new Span(at, comment, TokenKind.COMMENT));
            return comment;
        }
        if (quotes.indexOf(c) >= 0) {
            int end = stringEnd(code, at, c);
            spans.add(new Span(at, end, TokenKind.STRING));
            return end;
        }
        if (Character.isJavaIdentifierStart(c) || c == '@') {
            return word(code, at, spans);
        }
        if (c >= '0' && c <= '9') {
            int end = at + 1;
            while (end < code.length()
                    && (Character.isLetterOrDigit(code.charAt(end)) || code.charAt(end) == '.')) {
                end++;
            }
            spans.add(new Span(at, end, TokenKind.NUMBER));
            return end;
        }
        return at + 1;
    }

    private int word(String code, int at, List<Span> spans) {
        int end = at + 1;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        if (code.charAt(at) == '@') {
            spans.add(new Span(at, end, TokenKind.TAG));
        } else if (keywords.contains(code.substring(at, end))) {
            spans.add(new Span(at, end, TokenKind.KEYWORD));
        }
        return end;
    }

    private int commentEnd(String code, int at) {
        if (!blockOpen.isEmpty() && code.startsWith(blockOpen, at)) {
            int end = code.indexOf(blockClose, at + blockOpen.length());
            return end < 0 ? code.length() : end + blockClose.length();
        }
        for (String mark : lineComments) {
            boolean inWord = mark.equals("#") && at > 0 && code.charAt(at - 1) > ' ';
            if (!inWord && code.startsWith(mark, at)) {
                int end = code.indexOf('\n', at);
                return end < 0 ? code.length() : end;
            }
        }
        return at;
    }

    private static int stringEnd(String code, int start, char quote) {
        String triple = String.valueOf(quote).repeat(3);
        if (code.startsWith(triple, start)) {
            int end = code.indexOf(triple, start + 3);
            return end < 0 ? code.length() : end + 3;
        }
        int at = start + 1;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == quote) {
                return at + 1;
            } else if (c == '\n' && quote != '`') {
                return at;
            } else {
                at++;
            }
        }
        return code.length();
    }
}
