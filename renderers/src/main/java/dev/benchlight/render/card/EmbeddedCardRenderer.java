package dev.benchlight.render.card;

import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/// A resource that came inside a result: its URI, and below it one of the views of its content.
public final class EmbeddedCardRenderer implements Renderer {
    private final Renderer content;

    public EmbeddedCardRenderer(Renderer content) {
        this.content = content;
    }

    @Override
    public String title() {
        return content.title();
    }

    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.Embedded embedded
                && content.accepts(embedded.content());
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (!(input instanceof RenderInput.Embedded embedded)) {
            return () -> new Notice("This is not an embedded resource.");
        }
        Rendering inner = content.render(embedded.content(), host);
        return new Rendering() {
            @Override
            public Node node() {
                return EmbeddedCardRenderer.node(embedded, inner.node(), host);
            }

            @Override
            public void drop() {
                inner.drop();
            }
        };
    }

    private static Node node(RenderInput.Embedded embedded, Node content, RenderHost host) {
        Label uri = CardText.line(embedded.uri(), "card-uri");
        HBox.setHgrow(uri, Priority.ALWAYS);
        uri.setMaxWidth(Double.MAX_VALUE);
        HBox head =
                new HBox(
                        6,
                        uri,
                        Buttons.icon(Feather.COPY, "Copy URI", () -> host.copy(embedded.uri())));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        VBox card = CardText.card();
        card.getStyleClass().add("card-embedded");
        card.getChildren().addAll(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        return card;
    }
}
