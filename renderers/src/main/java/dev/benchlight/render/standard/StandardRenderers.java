package dev.benchlight.render.standard;

import dev.benchlight.render.Renderer;
import dev.benchlight.render.RendererRegistry;
import dev.benchlight.render.audio.AudioRenderer;
import dev.benchlight.render.card.EmbeddedCardRenderer;
import dev.benchlight.render.card.LinkCardRenderer;
import dev.benchlight.render.card.UnknownCardRenderer;
import dev.benchlight.render.hex.HexRenderer;
import dev.benchlight.render.image.ImageRenderer;
import dev.benchlight.render.json.JsonRenderer;
import dev.benchlight.render.markdown.MarkdownRenderer;
import dev.benchlight.render.table.TableRenderer;
import dev.benchlight.render.text.TextRenderer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Every view of this module, in order of preference, and the style sheet they need.
public final class StandardRenderers {
    private StandardRenderers() {}

    public static RendererRegistry registry() {
        List<Renderer> plain =
                List.of(
                        new ImageRenderer(),
                        new AudioRenderer(),
                        new LinkCardRenderer(),
                        new UnknownCardRenderer(),
                        TableRenderer.ofTrees(),
                        new JsonRenderer(),
                        TableRenderer.ofText(),
                        new MarkdownRenderer(),
                        new TextRenderer(),
                        new HexRenderer());
        List<Renderer> all = new ArrayList<>(plain);
        plain.forEach(renderer -> all.add(new EmbeddedCardRenderer(renderer)));
        return new RendererRegistry(all);
    }

    /// The style sheet to add to a scene; its colours are the looked-up ones of AtlantaFX.
    public static String stylesheet() {
        return Objects.requireNonNull(
                        RendererRegistry.class.getResource("render.css"), "render.css is missing")
                .toExternalForm();
    }
}
