package dev.benchlight.app.ui.form;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Shows a long list of rows a page at a time, so that a form stays small. Hidden while one page is
/// enough.
final class Pager extends HBox {
    static final int PAGE = 100;

    private final Label where = new Label();
    private final Button previous = new Button("Previous " + PAGE);
    private final Button next = new Button("Next " + PAGE);
    private int from;
    private int size;

    /// @param turned shows the rows of the page it is on now
    Pager(Runnable turned) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        previous.getStyleClass().add("small-button");
        next.getStyleClass().add("small-button");
        where.getStyleClass().add("form-empty");
        previous.setOnAction(e -> {
            to(from - PAGE);
            turned.run();
        });
        next.setOnAction(e -> {
            to(from + PAGE);
            turned.run();
        });
        getChildren().addAll(previous, where, next);
        size(0);
    }

    void size(int rows) {
        size = rows;
        to(Math.min(from, rows - 1));
        setVisible(rows > PAGE);
        setManaged(rows > PAGE);
    }

    /// Goes to the page of a row.
    void to(int row) {
        from = Math.max(0, row) / PAGE * PAGE;
        where.setText(String.format("%,d to %,d of %,d", from + 1, end(), size));
        previous.setDisable(from == 0);
        next.setDisable(end() == size);
    }

    int from() {
        return from;
    }

    int end() {
        return Math.min(size, from + PAGE);
    }
}
