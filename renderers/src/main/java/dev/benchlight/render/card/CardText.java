package dev.benchlight.render.card;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderInput;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Objects;
import java.util.OptionalLong;

/// How cards show what others wrote: in full up to a limit, with nothing invisible in it.
final class CardText {
    private static final int LONGEST = 2_000;

    private CardText() {}

    static VBox card() {
        VBox card = new VBox();
        card.getStyleClass().add("render-card");
        card.getStylesheets()
                .add(
                        Objects.requireNonNull(CardText.class.getResource("card.css"))
                                .toExternalForm());
        return card;
    }

    static Label line(String text, String styleClass) {
        Label label = new Label(shown(text));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static String shown(String text) {
        if (text.length() <= LONGEST) {
            return Invisible.escape(text);
        }
        int end = Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
        return Invisible.escape(text.substring(0, end))
                + String.format("… (%,d characters)", text.length());
    }

    /// Stands for an input that is no link.
    static RenderInput.ResourceLink noLink(RenderInput input) {
        return new RenderInput.ResourceLink(
                input.name(),
                "",
                "This is not a link.",
                "",
                OptionalLong.empty(),
                JsonNodeFactory.instance.nullNode());
    }
}
