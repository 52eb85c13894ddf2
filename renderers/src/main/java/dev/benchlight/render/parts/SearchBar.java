package dev.benchlight.render.parts;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

/// Search within a view: hidden until Ctrl+F, gone with Escape. Only on the JavaFX thread.
public final class SearchBar extends HBox {
    private static final KeyCombination OPEN =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /// What is searched.
    public interface Target {
        /// Looks for `query`, from anew; an empty one clears. Calls [SearchBar#showCount] when
        /// done.
        void search(String query, boolean matchCase);

        /// Goes on by one hit, or back.
        void step(int direction);

        /// The bar was closed.
        void closed();
    }

    private final TextField field = new TextField();
    private final ToggleButton matchCase = Buttons.toggle("Aa", "Match case");
    private final Label count = new Label();
    private final Target target;

    public SearchBar(Target target) {
        this.target = target;
        getStyleClass().add("render-search");
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText("Find");
        field.setAccessibleText("Find");
        field.getStyleClass().add("small");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(320);
        count.getStyleClass().add("render-facts");
        getChildren()
                .addAll(
                        field,
                        matchCase,
                        Buttons.icon(
                                Feather.CHEVRON_UP,
                                "Previous hit (Shift+F3)",
                                () -> target.step(-1)),
                        Buttons.icon(Feather.CHEVRON_DOWN, "Next hit (F3)", () -> target.step(1)),
                        count,
                        Buttons.icon(Feather.X, "Close search (Escape)", this::close));
        PauseTransition pause = new PauseTransition(Duration.millis(120));
        pause.setOnFinished(_ -> search());
        matchCase.setOnAction(_ -> search());
        field.textProperty().addListener(_ -> pause.playFromStart());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
        setManaged(false);
    }

    private void search() {
        target.search(field.getText(), matchCase.isSelected());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, F3 -> target.step(event.isShiftDown() ? -1 : 1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Lets Ctrl+F within `node` open this bar, and F3 go on while it is open.
    public void openFrom(Node node) {
        node.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (OPEN.match(event)) {
                        open();
                        event.consume();
                    } else if (isVisible() && event.getCode() == KeyCode.F3) {
                        key(event);
                    }
                });
    }

    public void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
        if (!field.getText().isEmpty()) {
            search();
        }
    }

    private void close() {
        setVisible(false);
        setManaged(false);
        count.setText("");
        target.closed();
    }

    /// Shows where the search stands; `current` counts from 1, 0 before the first.
    public void showCount(int current, int total, boolean more) {
        if (field.getText().isEmpty()) {
            count.setText("");
        } else if (total == 0) {
            count.setText("no hits");
        } else {
            count.setText(String.format("%,d of %,d%s", current, total, more ? " or more" : ""));
        }
    }
}
