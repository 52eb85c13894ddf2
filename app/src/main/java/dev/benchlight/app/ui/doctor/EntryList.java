package dev.benchlight.app.ui.doctor;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Function;

/// Entries one below the other: the first few, until all are wanted. Lives on the JavaFX thread.
final class EntryList<T> extends VBox {
    static final int FEW = 5;
    private static final int MOST = 200;

    private final String what;
    private final Function<T, Entry> made;
    private final Button all = new Button();
    private List<T> shown = List.of();
    private String none = "";
    private boolean unfolded;

    /// @param what they are, in the plural
    EntryList(String what, Function<T, Entry> made) {
        this.what = what;
        this.made = made;
        all.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "doctor-all");
        all.setOnAction(_ -> fold());
    }

    /// Shows these, the first of them first. Where they are the same as before nothing moves.
    ///
    /// @param none said where there are none; empty for nothing
    void show(List<T> entries, String none) {
        if (!entries.equals(shown) || !none.equals(this.none)) {
            shown = List.copyOf(entries);
            this.none = none;
            fill();
        }
    }

    private void fill() {
        getChildren().clear();
        // One that is hidden must not take more room than the line that tells of it.
        int most = unfolded || shown.size() <= FEW + 1 ? MOST : FEW;
        shown.stream().limit(most).map(made).forEach(getChildren()::add);
        if (shown.size() > FEW + 1) {
            all.setText(
                    unfolded
                            ? "Show the first %d only".formatted(FEW)
                            : "Show all " + shown.size());
            all.setAccessibleText(all.getText() + " " + what);
            getChildren().add(all);
        }
        if (unfolded && shown.size() > MOST) {
            add("and " + (shown.size() - MOST) + " more; benchlight inspect lists them all");
        }
        if (shown.isEmpty() && !none.isEmpty()) {
            add(none);
        }
    }

    private void add(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().add(label);
    }

    /// Whoever asks for all reads on at the first that was hidden.
    private void fold() {
        unfolded = !unfolded;
        fill();
        Node next = unfolded ? getChildren().get(FEW) : all;
        if (!(next instanceof Entry entry && entry.focus())) {
            all.requestFocus();
        }
    }
}
