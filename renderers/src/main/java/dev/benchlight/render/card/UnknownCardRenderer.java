package dev.benchlight.render.card;

import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.json.JsonRenderer;
import dev.benchlight.render.parts.Notice;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Content that nobody here knows: its type, why it is not shown, and all of it as JSON.
public final class UnknownCardRenderer implements Renderer {
    private final JsonRenderer json = new JsonRenderer();

    @Override
    public String title() {
        return "Card";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.Unknown;
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        Rendering tree = json.render(input, host);
        String sentence =
                input instanceof RenderInput.Unknown unknown ? sentence(unknown) : "Unknown.";
        return () -> node(sentence, tree.node());
    }

    private static String sentence(RenderInput.Unknown unknown) {
        String type = CardText.shown(unknown.type());
        if (!unknown.reason().isEmpty()) {
            return (type.isEmpty() ? "Content" : "Content of type '" + type + "'")
                    + " that cannot be shown: "
                    + CardText.shown(unknown.reason());
        }
        return type.isEmpty() ? "Content without a type" : "Unknown content type '" + type + "'";
    }

    private static Node node(String sentence, Node tree) {
        VBox card = CardText.card();
        card.getStyleClass().add("card-embedded");
        card.getChildren().addAll(new Notice(sentence), tree);
        VBox.setVgrow(tree, Priority.ALWAYS);
        return card;
    }
}
