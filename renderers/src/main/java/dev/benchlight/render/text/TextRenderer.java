package dev.benchlight.render.text;

import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Sniffed;
import dev.benchlight.render.parts.Notice;
import dev.benchlight.render.syntax.Languages;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// Text as it is, line by line, and JSON trees as indented JSON. There is no limit: only the rows
/// on the screen cost more than their characters (decision 0006).
public final class TextRenderer implements Renderer {
    private static final int HIGHLIGHT_ALL = 1 << 20;
    private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    @Override
    public String title() {
        return "Text";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return PlainText.isText(input) || PlainText.block(input).isPresent();
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        String whole =
                PlainText.block(input)
                        .map(PRETTY::writeValueAsString)
                        .or(() -> PlainText.of(input))
                        .orElse("");
        boolean json = PlainText.block(input).isPresent() || PlainText.isJson(input);
        String name = input.name().isEmpty() ? json ? "content.json" : "content.txt" : input.name();
        PreparedText prepared = prepare(whole, input, json);
        return () -> new TextPane(prepared, name, "", host, notices(input));
    }

    private static PreparedText prepare(String text, RenderInput input, boolean json) {
        Highlighter colors = Highlighter.none();
        if (json) {
            colors = Highlighter.json(text);
        } else if (text.length() < HIGHLIGHT_ALL) {
            colors = Highlighter.of(text, Languages.lexer(language(input)));
        }
        return new PreparedText(text, colors);
    }

    private static String language(RenderInput input) {
        String type = PlainText.mediaType(input);
        String subtype = type.substring(type.indexOf('/') + 1);
        String byType = subtype.replaceFirst("^x-", "").replaceFirst("^.*\\+", "");
        if (!byType.isEmpty() && !byType.equals("plain") && !byType.equals("octet-stream")) {
            return byType;
        }
        if (Sniffed.isSvg(PlainText.start(input))) {
            return "xml";
        }
        return input.name().substring(input.name().lastIndexOf('.') + 1);
    }

    private static List<Notice> notices(RenderInput input) {
        return Sniffed.isSvg(PlainText.start(input))
                ? List.of(new Notice("SVG is shown as its source. Nothing in it is run or loaded."))
                : List.of();
    }
}
