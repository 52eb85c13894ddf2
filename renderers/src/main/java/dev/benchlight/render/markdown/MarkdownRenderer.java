package dev.benchlight.render.markdown;

import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.markdown.Block.Piece;

import java.util.List;

/// Markdown (CommonMark with GitHub's tables, task lists, strikethrough and bare links) as native
/// nodes. Stateless. Nothing is fetched; HTML is shown as its source.
public final class MarkdownRenderer implements Renderer {
    private static final int LONGEST = 4 << 20;

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
        return plain && LooksLike.markdown(PlainText.start(input));
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        String text = PlainText.of(input).orElse("");
        boolean cut = text.length() > LONGEST;
        List<Piece> pieces = pieces(cut ? text.substring(0, LONGEST) : text);
        return () -> new MarkdownPane(pieces, text, cut, host);
    }

    /// What overflows or trips the parser is still readable, as source.
    private static List<Piece> pieces(String text) {
        try {
            return MarkdownParser.parse(text);
        } catch (StackOverflowError | RuntimeException _) {
            String reason = "This could not be parsed as Markdown; here is its source.";
            return List.of(new Piece(new Block.Source(reason, text), text));
        }
    }
}
