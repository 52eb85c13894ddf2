package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A duration as text, after a bar that compares it with the longest one.
final class LatencyCell extends TableCell<TraceRow, TraceRow> {
    private static final double TEXT = 62;
    private static final double BAR_HEIGHT = 8;
    private final Region bar = new Region();
    private final Label text = new Label();
    private final ReadOnlyLongProperty longest;

    LatencyCell(ReadOnlyLongProperty longest) {
        this.longest = longest;
        bar.getStyleClass().add("trace-bar");
        text.getStyleClass().add("trace-latency");
        setGraphic(new Line());
    }

    @Override
    protected void updateItem(@Nullable TraceRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeIf(style -> Cells.TONES.contains(style));
        Duration duration = row == null || empty ? null : row.duration();
        bar.setVisible(duration != null);
        text.setText(row == null || empty ? "" : RowText.latency(row));
        setAccessibleText(text.getText());
        if (row != null && !empty) {
            getStyleClass().add(Cells.tone(row));
        }
        ((Line) getGraphic()).requestLayout();
    }

    /// The text on the right, the bar in what is left of it.
    private final class Line extends Pane {
        Line() {
            super(bar, text);
            setPrefHeight(1);
            setMinWidth(0);
            longest.subscribe(_ -> requestLayout());
        }

        @Override
        protected double computePrefWidth(double height) {
            return LatencyCell.this.getWidth()
                    - LatencyCell.this.snappedLeftInset()
                    - LatencyCell.this.snappedRightInset();
        }

        @Override
        protected void layoutChildren() {
            double room = Math.max(0, getWidth() - TEXT);
            TraceRow row = getItem();
            Duration duration = row == null ? null : row.duration();
            double part =
                    duration == null || longest.get() == 0
                            ? 0
                            : (double) duration.toNanos() / longest.get();
            double width = Math.max(2, Math.min(1, part) * room);
            bar.resizeRelocate(0, snapPositionY((getHeight() - BAR_HEIGHT) / 2), width, BAR_HEIGHT);
            double height = text.prefHeight(-1);
            text.resizeRelocate(room, snapPositionY((getHeight() - height) / 2), TEXT, height);
        }
    }
}
