package dev.benchlight.render.markdown;

import dev.benchlight.render.syntax.Languages;
import dev.benchlight.render.syntax.Lexer;
import dev.benchlight.render.syntax.Span;
import dev.benchlight.render.text.Highlighter;
import dev.benchlight.render.text.PreparedText;

import java.util.List;

/// Colours code and decides how it is laid out.
final class CodeMapper {
    private static final int LONG = 4_000;
    private static final int MOST_SPANS = 600;
    private static final int LONGEST_COLORED = 1 << 20;

    private CodeMapper() {}

    /// `language` is what stands after the fence, or empty.
    static Block code(String language, String text) {
        return block(language, language, text);
    }

    /// Source that was not understood as Markdown, or is not to be.
    static Block source(String reason, String text) {
        return block(reason, "html", text);
    }

    private static Block block(String title, String language, String text) {
        Lexer lexer = Languages.lexer(text.length() < LONGEST_COLORED ? language : "");
        if (text.length() > LONG) {
            return new Block.LongCode(title, new PreparedText(text, Highlighter.of(text, lexer)));
        }
        List<Span> colors = lexer.spans(text);
        return colors.size() > MOST_SPANS
                ? new Block.LongCode(title, new PreparedText(text, Highlighter.of(text, lexer)))
                : new Block.Code(title, text, List.copyOf(colors));
    }
}
