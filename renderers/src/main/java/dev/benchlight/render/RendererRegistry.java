package dev.benchlight.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The views there are, in order of preference. Immutable. A renderer may stand twice under one
/// title, first with a strict and later with a lenient idea of what it accepts.
public final class RendererRegistry {
    private final List<Renderer> renderers;

    public RendererRegistry(List<Renderer> renderers) {
        this.renderers = List.copyOf(renderers);
    }

    public List<Renderer> renderers() {
        return renderers;
    }

    /// The views that make sense for the input, best first, one a title. Cheap.
    public List<Renderer> views(RenderInput input) {
        Map<String, Renderer> byTitle = new LinkedHashMap<>();
        for (Renderer renderer : renderers) {
            if (!byTitle.containsKey(renderer.title()) && renderer.accepts(input)) {
                byTitle.put(renderer.title(), renderer);
            }
        }
        return List.copyOf(byTitle.values());
    }
}
