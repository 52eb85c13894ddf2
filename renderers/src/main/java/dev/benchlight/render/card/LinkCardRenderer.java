package dev.benchlight.render.card;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Buttons;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A link to a resource: what the server says about it, and a button that reads it.
public final class LinkCardRenderer implements Renderer {
    @Override
    public String title() {
        return "Card";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.ResourceLink;
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        RenderInput.ResourceLink link =
                input instanceof RenderInput.ResourceLink it ? it : CardText.noLink(input);
        return () -> node(link, host);
    }

    private static Node node(RenderInput.ResourceLink link, RenderHost host) {
        VBox card = CardText.card();
        if (!link.name().isEmpty()) {
            card.getChildren().add(CardText.line(link.name(), "card-title"));
        }
        card.getChildren().add(CardText.line(link.uri(), "card-uri"));
        if (!link.description().isEmpty()) {
            card.getChildren().add(CardText.line(link.description(), "card-description"));
        }
        String facts = facts(link);
        if (!facts.isEmpty()) {
            card.getChildren().add(CardText.line(facts, "render-facts"));
        }
        card.getChildren()
                .add(
                        new HBox(
                                6,
                                Buttons.text("Open", () -> host.openResource(link.uri())),
                                Buttons.text("Copy URI", () -> host.copy(link.uri()))));
        return card;
    }

    private static String facts(RenderInput.ResourceLink link) {
        String size = link.size().isPresent() ? ByteSize.of(link.size().getAsLong()) : "";
        return link.mediaType()
                + (link.mediaType().isEmpty() || size.isEmpty() ? "" : " · ")
                + size;
    }
}
