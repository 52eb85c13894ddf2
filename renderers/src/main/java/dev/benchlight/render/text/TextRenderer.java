package dev.benchlight.render.text;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Sniffed;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;
import dev.benchlight.render.syntax.Languages;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Text as it is, line by line, and JSON trees as indented JSON. Text over the limit is cut, and
/// says so.
public final class TextRenderer implements Renderer {
    private static final int HIGHLIGHT_ALL = 1 << 20;
    private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private final int limit;

    /// Shows up to 32 M characters at once: only rows on the screen cost more than their
    /// characters.
    public TextRenderer() {
        this(32 << 20);
    }

    /// `limit` in characters.
    public TextRenderer(int limit) {
        this.limit = limit;
    }

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
        boolean json = PlainText.block(input).isPresent() || isJson(input);
        String name = input.name().isEmpty() ? json ? "content.json" : "content.txt" : input.name();
        String start = whole.length() > limit ? whole.substring(0, end(whole, limit)) : whole;
        PreparedText prepared = prepare(start, input, json);
        return () -> node(prepared, whole, name, input, host);
    }

    private static int end(String text, int limit) {
        int line = text.lastIndexOf('\n', limit);
        int end = line > limit / 2 ? line : limit;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private static boolean isJson(RenderInput input) {
        String type = PlainText.mediaType(input);
        String start = PlainText.start(input).stripLeading();
        return type.equals("application/json")
                || type.endsWith("+json")
                || start.startsWith("{")
                || start.startsWith("[");
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

    private static Node node(
            PreparedText prepared, String whole, String name, RenderInput input, RenderHost host) {
        List<Node> notices = new ArrayList<>();
        if (Sniffed.isSvg(PlainText.start(input))) {
            notices.add(new Notice("SVG is shown as its source. Nothing in it is run or loaded."));
        }
        int shown = prepared.text().length();
        if (shown == whole.length()) {
            return new TextPane(prepared, name, "", host, notices);
        }
        StackPane holder = new StackPane();
        notices.add(cut(prepared, whole, name, host, holder));
        holder.getChildren().add(new TextPane(prepared, name, "", host, notices));
        return holder;
    }

    private static Notice cut(
            PreparedText prepared, String whole, String name, RenderHost host, StackPane holder) {
        int shown = prepared.text().length();
        return new Notice(
                "Shown: the first "
                        + ByteSize.of(shown)
                        + " of "
                        + ByteSize.of(whole.length())
                        + ".",
                Buttons.text(
                        "Show all",
                        () -> {
                            PreparedText all = new PreparedText(whole, prepared.highlighter());
                            holder.getChildren()
                                    .setAll(new TextPane(all, name, "", host, List.of()));
                        }),
                Buttons.text(
                        "Save…", () -> host.save(name, whole.getBytes(StandardCharsets.UTF_8))));
    }
}
