package dev.benchlight.app.ui.form;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Style classes for the tokens of a JSON text, valid or not. Pure.
final class JsonHighlighter {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<string>\"(?:[^\"\\\\\n]|\\\\.)*+\"?+)(?<name>\\s*+:)?+"
                            + "|(?<number>-?[0-9][0-9.eE+-]*+)"
                            + "|(?<word>true|false|null)");

    private JsonHighlighter() {}

    /// @param problems ranges as start and end, which are underlined
    static StyleSpans<Collection<String>> styles(String text, List<int[]> problems) {
        StyleSpans<Collection<String>> tokens = tokens(text);
        if (problems.isEmpty()) {
            return tokens;
        }
        StyleSpansBuilder<Collection<String>> marks = new StyleSpansBuilder<>();
        int last = 0;
        for (int[] range : problems) {
            if (range[0] >= last && range[1] > range[0] && range[1] <= text.length()) {
                marks.add(List.of(), range[0] - last);
                marks.add(List.of("json-bad"), range[1] - range[0]);
                last = range[1];
            }
        }
        marks.add(List.of(), text.length() - last);
        return tokens.overlay(
                marks.create(),
                (a, b) ->
                        b.isEmpty()
                                ? a
                                : a.isEmpty() ? b : List.of(a.iterator().next(), "json-bad"));
    }

    private static StyleSpans<Collection<String>> tokens(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher matcher = TOKEN.matcher(text);
        int last = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - last);
            int end = matcher.group("string") != null ? matcher.end("string") : matcher.end();
            spans.add(List.of(styleClass(matcher)), end - matcher.start());
            last = end;
        }
        spans.add(List.of(), text.length() - last);
        return spans.create();
    }

    private static String styleClass(Matcher matcher) {
        if (matcher.group("string") != null) {
            return matcher.group("name") != null ? "json-name" : "json-string";
        }
        return matcher.group("number") != null ? "json-number" : "json-word";
    }
}
