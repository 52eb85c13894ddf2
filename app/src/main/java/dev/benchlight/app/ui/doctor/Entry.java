package dev.benchlight.app.ui.doctor;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// One line of a section: how grave, where, and what, with what more there is to say below it.
final class Entry extends HBox {
    private static final double WORD_WIDTH = 84;

    private final VBox texts = new VBox(1);
    private final Node place;

    /// @param word how grave, such as `warning`
    /// @param style of the word
    /// @param open what a click on the place does; null if nothing can be opened
    Entry(String word, String style, Place where, String message, @Nullable Consumer<Place> open) {
        getStyleClass().add("doctor-entry");
        Label grave = new Label(word);
        grave.getStyleClass().addAll("doctor-word", style);
        grave.setMinWidth(WORD_WIDTH);
        HBox.setHgrow(texts, Priority.ALWAYS);
        place = place(where, open);
        texts.getChildren().addAll(place, wrapped(message, "doctor-message"));
        getChildren().addAll(grave, texts);
    }

    private static Node place(Place where, @Nullable Consumer<Place> open) {
        String words = VisibleText.name(where.words(), 160);
        if (open == null) {
            Label label = new Label(words);
            label.getStyleClass().add("doctor-place");
            return label;
        }
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("doctor-place");
        link.setAccessibleText("Open " + words);
        link.setOnAction(_ -> open.accept(where));
        return link;
    }

    /// Puts the keyboard on it.
    ///
    /// @return whether it can take it: only where something can be opened
    boolean focus() {
        place.requestFocus();
        return place.isFocusTraversable();
    }

    /// Adds a line below it.
    Entry with(@Nullable String text, String style) {
        if (text != null && !text.isEmpty()) {
            texts.getChildren().add(wrapped(text, style));
        }
        return this;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(VisibleText.brief(text, 1_000));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT, style);
        return label;
    }
}
