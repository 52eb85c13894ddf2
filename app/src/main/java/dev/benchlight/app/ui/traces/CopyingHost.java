package dev.benchlight.app.ui.traces;

import dev.benchlight.render.PixelBudget;
import dev.benchlight.render.RenderHost;

import java.util.function.Consumer;

/// Copies and saves; what the Inspector shows is text and bytes, in which nothing can be followed.
record CopyingHost(TraceActions actions) implements RenderHost {
    @Override
    public void copy(String text) {
        actions.copy(text);
    }

    @Override
    public void save(String suggestedName, byte[] bytes) {
        actions.save(suggestedName, bytes);
    }

    @Override
    public void openLink(String target) {}

    @Override
    public void loadImage(String target, Consumer<byte[]> loaded) {}

    /// One body is shown at a time.
    @Override
    public PixelBudget pixels() {
        return new PixelBudget();
    }

    @Override
    public void openResource(String uri) {}
}
