package dev.benchlight.app.ui.result;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

/// Says that what was typed was replaced as a whole, and takes that back. JavaFX thread only.
final class UndoLine extends HBox {
    private final Label sentence = Parts.label("", "muted");
    private final Button undo = Parts.text(Feather.CORNER_UP_LEFT, "Undo", this::undo);
    private Runnable back = () -> {};
    private boolean fresh;

    UndoLine() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("call-undo");
        sentence.setMinWidth(0);
        undo.setId("undo-arguments");
        undo.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        undo.setTooltip(new Tooltip("Bring back the arguments as they were (Ctrl+Z)"));
        undo.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(sentence, undo);
        hide();
    }

    /// @param how brings back what was replaced
    void offer(String what, Runnable how) {
        sentence.setText(what);
        back = how;
        fresh = true;
        Parts.shown(this, true);
    }

    void hide() {
        fresh = false;
        Parts.shown(this, false);
    }

    /// From now on Ctrl+Z is about what is being typed.
    void typed() {
        fresh = false;
    }

    /// Whether nothing was typed since.
    boolean isFresh() {
        return fresh;
    }

    void undo() {
        hide();
        back.run();
    }
}
