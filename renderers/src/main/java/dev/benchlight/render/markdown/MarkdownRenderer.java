package dev.benchlight.render.markdown;

import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.TextKind;
import dev.benchlight.render.markdown.Block.Piece;

import java.util.List;

/// Markdown (CommonMark with GitHub's tables, task lists, strikethrough and bare links) as native
/// nodes. Stateless. Nothing is fetched; HTML is shown as its source. Of a long document the first
/// 64 KiB are shown at once, 256 KiB a moment later, and more when asked for.
public final class MarkdownRenderer implements Renderer {
    @Override
    public String title() {
        return "Markdown";
    }

    @Override
    public boolean accepts(RenderInput input) {
        String type = PlainText.mediaType(input);
        if (type.equals("text/markdown") || type.equals("text/x-markdown")) {
            return PlainText.isText(input);
        }
        boolean plain = type.isEmpty() || type.equals("text/plain");
        return plain && TextKind.of(PlainText.start(input)) == TextKind.MARKDOWN;
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        String text = PlainText.of(input).orElse("");
        int end = Sections.end(text, 0);
        List<Piece> pieces = MarkdownParser.parse(text.substring(0, end));
        return () -> new MarkdownPane(text, end, pieces, MarkdownParser::parse, host);
    }
}
