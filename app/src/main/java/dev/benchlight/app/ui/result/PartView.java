package dev.benchlight.app.ui.result;

import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// One text or JSON of a server's outside of a result, with the views there are of it. Lives on the
/// JavaFX thread.
public final class PartView extends StackPane {
    private final TabServices services;
    private final RenderHost host;
    private @Nullable RenderInput shown;
    private @Nullable Thread worker;

    public PartView(TabServices services, String server) {
        this.services = services;
        host = new TabHost(services, server);
        getStyleClass().add("part-view");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PartView.class.getResource("result.css"))
                                .toExternalForm());
    }

    /// Shows this instead of what was shown, once it is parsed.
    public void show(RenderInput input) {
        if (input.equals(shown)) {
            return;
        }
        shown = input;
        close();
        worker = Thread.ofVirtual().name("part").start(() -> prepare(input));
    }

    /// Ends what is under way.
    public void close() {
        Thread before = worker;
        worker = null;
        if (before != null) {
            before.interrupt();
        }
    }

    private void prepare(RenderInput input) {
        try {
            List<Renderer> views = services.renderers().views(input);
            Rendering first = views.getFirst().render(input, host);
            Part part = new Part(input.name(), input, "");
            Thread self = Thread.currentThread();
            services.batcher()
                    .run(() -> {
                        if (self.equals(worker)) {
                            BlockView.Ready ready = new BlockView.Ready(part, views, first);
                            getChildren().setAll(new BlockView(ready, host, services.batcher()));
                        } else {
                            first.drop();
                        }
                    });
        } catch (InterruptedException _) {
            // Something else is to be shown.
        }
    }
}
