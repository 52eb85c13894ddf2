package dev.benchlight.render.syntax;

import java.util.ArrayList;
import java.util.List;

/// Languages whose lines stand alone: YAML, properties and the like, and diffs.
public enum LineLexer implements Lexer {
    YAML {
        @Override
        void line(String code, int from, int to, List<Span> spans) {
            int at = from;
            while (at < to && (code.charAt(at) == ' ' || code.charAt(at) == '-')) {
                at++;
            }
            int key = keyEnd(code, at, to, ':');
            if (key > at) {
                spans.add(new Span(at, key, TokenKind.KEY));
                at = key + 1;
            }
            value(code, at, to, spans);
        }
    },
    PROPERTIES {
        @Override
        void line(String code, int from, int to, List<Span> spans) {
            if (from < to && code.charAt(from) == '[') {
                spans.add(new Span(from, to, TokenKind.TAG));
                return;
            }
            int key = keyEnd(code, from, to, '=');
            if (key > from) {
                spans.add(new Span(from, key, TokenKind.KEY));
            }
            value(code, key > from ? key + 1 : from, to, spans);
        }
    },
    DIFF {
        @Override
        void line(String code, int from, int to, List<Span> spans) {
            if (from == to) {
                return;
            }
            switch (code.charAt(from)) {
                case '+' -> spans.add(new Span(from, to, TokenKind.ADDED));
                case '-' -> spans.add(new Span(from, to, TokenKind.REMOVED));
                case '@' -> spans.add(new Span(from, to, TokenKind.TAG));
                default -> {}
            }
        }
    };

    abstract void line(String code, int from, int to, List<Span> spans);

    @Override
    public List<Span> spans(String code) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        while (from <= code.length()) {
            int end = code.indexOf('\n', from);
            end = end < 0 ? code.length() : end;
            line(code, from, end, spans);
            from = end + 1;
        }
        return spans;
    }

    private static int keyEnd(String code, int from, int to, char separator) {
        for (int at = from; at < to; at++) {
            char c = code.charAt(at);
            if (c == separator
                    && (separator == '=' || at + 1 == to || code.charAt(at + 1) == ' ')) {
                return at;
            }
            if (c == '#' || c == '"' && at > from) {
                return from;
            }
        }
        return from;
    }

    private static void value(String code, int from, int to, List<Span> spans) {
        int comment = comment(code, from, to);
        String value = code.substring(Math.min(from, comment), comment).strip();
        int start = value.isEmpty() ? comment : code.indexOf(value, from);
        if (!value.isEmpty()) {
            TokenKind kind = TokenKind.STRING;
            char first = value.charAt(0);
            if ("[{|>&*".indexOf(first) >= 0) {
                kind = TokenKind.PLAIN;
            } else if (first >= '0' && first <= '9' || first == '-') {
                kind = TokenKind.NUMBER;
            } else if (value.equals("true") || value.equals("false") || value.equals("null")) {
                kind = TokenKind.KEYWORD;
            }
            spans.add(new Span(start, start + value.length(), kind));
        }
        if (comment < to) {
            spans.add(new Span(comment, to, TokenKind.COMMENT));
        }
    }

    private static int comment(String code, int from, int to) {
        char quote = 0;
        for (int at = from; at < to; at++) {
            char c = code.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#' && (at == from || code.charAt(at - 1) <= ' ')) {
                return at;
            }
        }
        return to;
    }
}
