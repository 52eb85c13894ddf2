package dev.benchlight.render.standard;

import dev.benchlight.render.RendererRegistry;
import dev.benchlight.render.image.ImageRenderer;
import dev.benchlight.render.json.JsonRenderer;
import dev.benchlight.render.text.TextRenderer;

import java.util.List;
import java.util.Objects;

/// Every view of this module, in order of preference, and the style sheet they need.
public final class StandardRenderers {
    private StandardRenderers() {}

    public static RendererRegistry registry() {
        return new RendererRegistry(
                List.of(new ImageRenderer(), new JsonRenderer(), new TextRenderer()));
    }

    /// The style sheet to add to a scene; its colours are the looked-up ones of AtlantaFX.
    public static String stylesheet() {
        return Objects.requireNonNull(
                        RendererRegistry.class.getResource("render.css"), "render.css is missing")
                .toExternalForm();
    }
}
