package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.workspace.KeyMove;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A key in an entry, and whether it is moved into the store of secrets once the entry is saved.
/// Until then that can be taken back. Lives on the JavaFX thread.
final class MoveLine extends HBox {
    private final KeyMove move;
    private final Label text = new Label();
    private final Button button = new Button();
    private boolean moved;

    MoveLine(KeyMove move) {
        super(8);
        this.move = move;
        getStyleClass().addAll("center-line", "draft-remark");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add(Styles.TEXT_SMALL);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> setMoved(!moved));
        getChildren().addAll(text, button);
        setMoved(false);
    }

    KeyMove move() {
        return move;
    }

    boolean isMoved() {
        return moved;
    }

    void setMoved(boolean wanted) {
        moved = wanted;
        String field = VisibleText.strict(move.field());
        text.setText(
                moved
                        ? field
                                + ": the key goes into the secret store, and "
                                + move.scheme()
                                + "${secret:…} into the file, once this is saved."
                        : field + " holds what looks like a key, and the file is no place for it.");
        text.getStyleClass().removeAll(Styles.WARNING, Styles.SUCCESS);
        text.getStyleClass().add(moved ? Styles.SUCCESS : Styles.WARNING);
        button.setText(moved ? "Undo" : "Move to the secret store");
        button.setAccessibleText(button.getText() + ": " + field);
    }
}
