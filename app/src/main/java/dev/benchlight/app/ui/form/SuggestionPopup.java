package dev.benchlight.app.ui.form;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/// Shows below a text field what may be typed there. The keyboard stays in the field. JavaFX thread
/// only.
final class SuggestionPopup {
    private static final Duration PAUSE = Duration.millis(150);
    private static final double ROW = 24;
    private static final int ROWS = 8;
    private static final double NARROWEST = 200;
    private static final int LONGEST = 200;

    private final TextInputControl input;
    private final SuggestionModel model;
    private final Popup popup = new Popup();
    private final ListView<String> list = new ListView<>();
    private final Label remark = new Label();
    private final VBox box = new VBox(list, remark);
    private boolean quiet;

    /// @param source who is asked
    SuggestionPopup(TextInputControl input, SuggestionModel.Source source) {
        this.input = input;
        model = new SuggestionModel(SuggestionPopup::later, source, this::show);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll(Styles.DENSE, "suggestions");
        list.setAccessibleText("Suggestions");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> {
            int index = list.getSelectionModel().getSelectedIndex();
            if (index >= 0) {
                model.accept(index).ifPresent(this::take);
            }
        });
        remark.getStyleClass().add("suggestions-remark");
        box.getStyleClass().add("suggestions-box");
        box.getStylesheets().add(ArgumentsEditor.stylesheet());
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        input.textProperty().addListener((_, _, now) -> typed(now));
        input.focusedProperty().subscribe(this::focused);
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Runnable later(Runnable task) {
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(_ -> task.run());
        pause.play();
        return pause::stop;
    }

    /// What is put into the field by anything but the keyboard asks for nothing.
    private void typed(String text) {
        if (!quiet && input.isFocused()) {
            model.typed(text);
        }
    }

    private void focused(boolean now) {
        if (!now) {
            model.leave();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            model.wanted(input.getText());
            event.consume();
            return;
        }
        if (!model.isShown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ESCAPE -> model.leave();
            case ENTER -> {
                if (model.selected() < 0 || event.isShortcutDown() || event.isShiftDown()) {
                    model.leave();
                    return;
                }
                model.accept().ifPresent(this::take);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take(String value) {
        quiet = true;
        input.setText(value);
        quiet = false;
        input.end();
    }

    private void show() {
        if (!model.isShown() || !input.isFocused()) {
            popup.hide();
            return;
        }
        if (!model.values().equals(list.getItems())) {
            list.getItems().setAll(model.values());
        }
        int rows = Math.min(ROWS, model.values().size());
        list.setPrefHeight(rows * ROW + 2);
        list.setMinHeight(rows * ROW + 2);
        remark.setText(model.remark());
        remark.setManaged(!model.remark().isEmpty());
        remark.setVisible(remark.isManaged());
        box.setPrefWidth(Math.max(NARROWEST, input.getWidth()));
        if (model.selected() < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(model.selected());
            list.scrollTo(Math.max(0, model.selected() - ROWS + 1));
        }
        Bounds at = input.localToScreen(input.getLayoutBounds());
        if (!popup.isShowing() && at != null) {
            popup.show(input, at.getMinX(), at.getMaxY() + 2);
        }
    }

    private static final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : shown(value));
        }

        private static String shown(String value) {
            return value.isEmpty() ? "(empty)" : VisibleText.name(value, LONGEST);
        }
    }
}
