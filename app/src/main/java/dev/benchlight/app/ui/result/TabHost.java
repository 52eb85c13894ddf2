package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.render.PixelBudget;
import dev.benchlight.render.RenderHost;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/// Does what a rendering of one result of a server's asks for, after asking the user where that
/// reaches outside. JavaFX thread only, but for its pixels.
public final class TabHost implements RenderHost {
    private final TabServices services;
    private final String server;
    private final PixelBudget pixels = new PixelBudget();

    public TabHost(TabServices services, String server) {
        this.services = services;
        this.server = server;
    }

    @Override
    public void openLink(String target) {
        Optional<URI> link = SafeLink.of(target);
        if (link.isEmpty()) {
            services.dialogs()
                    .problem(
                            "Link not opened",
                            "Only plain http and https links are opened.",
                            target);
            return;
        }
        services.dialogs()
                .ask(
                        new Dialogs.Question(
                                "Open link",
                                "Open this address on "
                                        + link.get().getHost()
                                        + " in the browser? It came from “"
                                        + VisibleText.name(server)
                                        + "”.",
                                link.get().toString(),
                                "Open in browser",
                                "Don't open"),
                        () ->
                                aside(
                                        "Link not opened",
                                        () -> services.outside().browse(link.get())));
    }

    @Override
    public void save(String suggestedName, byte[] bytes) {
        new SaveAs(services.dialogs(), services.batcher(), services.workbench())
                .save(suggestedName, bytes);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        services.workbench().toast("Copied");
    }

    @Override
    public void loadImage(String target, Consumer<byte[]> loaded) {
        Optional<URI> link = SafeLink.of(target);
        if (link.isEmpty()) {
            services.workbench().problem("Only http and https images are loaded: " + target);
            return;
        }
        aside(
                "Image not loaded",
                () -> {
                    byte[] bytes = services.outside().fetch(link.get());
                    services.batcher().run(() -> loaded.accept(bytes));
                });
    }

    @Override
    public PixelBudget pixels() {
        return pixels;
    }

    @Override
    public void openResource(String uri) {
        services.workbench().open(new Place.ResourcePlace(server, uri), "");
    }

    private interface Work {
        void run() throws IOException;
    }

    private void aside(String title, Work work) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        String why = e.getClass().getSimpleName() + ": " + e.getMessage();
                        services.batcher().run(() -> services.dialogs().problem(title, why, ""));
                    }
                });
    }
}
