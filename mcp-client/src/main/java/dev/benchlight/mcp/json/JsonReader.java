package dev.benchlight.mcp.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads one JSON text (RFC 8259); a byte order mark before it is ignored, as the RFC allows. A
/// member name that comes twice is refused, for one of the two values would be lost later.
final class JsonReader {
    private static final int MAX_DEPTH = 500;
    private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity", "-Infinity");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    JsonValue document() throws JsonSyntaxException {
        at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        space();
        JsonValue value = value(0);
        space();
        if (at < text.length()) {
            throw unexpected("the end of the text");
        }
        return value;
    }

    /// Reads values that stand one after the other.
    void sequence() throws JsonSyntaxException {
        at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        space();
        while (at < text.length()) {
            value(0);
            space();
        }
    }

    private JsonValue value(int depth) throws JsonSyntaxException {
        return switch (peek()) {
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            case '"' -> {
                int start = at;
                yield new JsonValue.Str(start, skipTo(start), string(start));
            }
            case 't' -> new JsonValue.Bool(at, word("true"), true);
            case 'f' -> new JsonValue.Bool(at, word("false"), false);
            case 'n' -> new JsonValue.Null(at, word("null"));
            default -> number();
        };
    }

    private int deeper(int depth) throws JsonSyntaxException {
        if (depth == MAX_DEPTH) {
            throw new JsonSyntaxException(at, "nested deeper than " + MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private JsonValue object(int depth) throws JsonSyntaxException {
        int start = at++;
        List<JsonValue.Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        space();
        while (peek() != '}') {
            separator(members.isEmpty(), "',' or '}'");
            int nameStart = at;
            if (peek() != '"') {
                throw unexpected("a member name in quotation marks");
            }
            int nameEnd = skipTo(nameStart);
            String name = string(nameStart);
            if (!names.add(name)) {
                throw new JsonSyntaxException(
                        nameStart, "the member " + JsonText.quote(name) + " comes twice");
            }
            space();
            expect(':', "':'");
            space();
            members.add(new JsonValue.Member(name, nameStart, nameEnd, value(depth)));
            space();
        }
        return new JsonValue.Obj(start, ++at, List.copyOf(members));
    }

    private JsonValue array(int depth) throws JsonSyntaxException {
        int start = at++;
        List<JsonValue> items = new ArrayList<>();
        space();
        while (peek() != ']') {
            separator(items.isEmpty(), "',' or ']'");
            items.add(value(depth));
            space();
        }
        return new JsonValue.Arr(start, ++at, List.copyOf(items));
    }

    private void separator(boolean first, String expected) throws JsonSyntaxException {
        if (!first) {
            expect(',', expected);
            space();
        }
    }

    /// Moves over the string that starts at `start`, and returns where it ends.
    private int skipTo(int start) throws JsonSyntaxException {
        at = start + 1;
        while (peek() != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                throw new JsonSyntaxException(
                        at, "a line break or control character in a string must be escaped");
            }
            at += c == '\\' ? escape() : 1;
        }
        return ++at;
    }

    private int escape() throws JsonSyntaxException {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (c == 'u') {
            for (int i = at + 2; i < at + 6; i++) {
                if (i >= text.length() || Character.digit(text.charAt(i), 16) < 0) {
                    throw new JsonSyntaxException(at, "\\u must be followed by 4 hex digits");
                }
            }
            return 6;
        }
        if (c == 0 || "\"\\/bfnrt".indexOf(c) < 0) {
            throw new JsonSyntaxException(at, "not an escape sequence of JSON");
        }
        return 2;
    }

    /// The content of the string that starts at `start` and was moved over.
    private String string(int start) {
        String raw = text.substring(start + 1, at - 1);
        return raw.indexOf('\\') < 0 ? raw : JsonText.unescape(raw);
    }

    private JsonValue number() throws JsonSyntaxException {
        int end = JsonText.numberEnd(text, at);
        if (end == at) {
            throw noValue();
        }
        JsonValue number = new JsonValue.Num(at, end, text.substring(at, end));
        at = end;
        if (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            throw new JsonSyntaxException(number.start(), "not a number of JSON");
        }
        return number;
    }

    private JsonSyntaxException noValue() {
        for (String number : NO_NUMBERS) {
            if (text.startsWith(number, at)) {
                return new JsonSyntaxException(at, number + " is not a JSON number");
            }
        }
        return unexpected("a value");
    }

    private int word(String word) throws JsonSyntaxException {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        return at += word.length();
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c, String expected) throws JsonSyntaxException {
        if (peek() != c) {
            throw unexpected(expected);
        }
        at++;
    }

    private char peek() throws JsonSyntaxException {
        if (at >= text.length()) {
            throw new JsonSyntaxException(at, "the text ends too early");
        }
        return text.charAt(at);
    }

    private JsonSyntaxException unexpected(String expected) {
        int end = text.offsetByCodePoints(at, at < text.length() ? 1 : 0);
        return new JsonSyntaxException(
                at, "expected " + expected + ", found " + JsonText.quote(text.substring(at, end)));
    }
}
