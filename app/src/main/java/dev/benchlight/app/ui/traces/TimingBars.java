package dev.benchlight.app.ui.traces;

import dev.benchlight.app.ui.traces.Phases.Phase;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// The phases as bars over the time since the span's start.
final class TimingBars extends VBox {
    private final GridPane bars = new GridPane();
    private final VBox remarks = new VBox(4);

    TimingBars() {
        bars.getStyleClass().add("timing-bars");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints(80, 80, Double.MAX_VALUE);
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints length = new ColumnConstraints();
        length.setMinWidth(Region.USE_PREF_SIZE);
        length.setHalignment(javafx.geometry.HPos.RIGHT);
        bars.getColumnConstraints().setAll(name, bar, length);
        getChildren().addAll(bars, remarks);
        getStyleClass().add("inspector-page");
        setAccessibleText("Timing");
    }

    void show(Phases phases) {
        bars.getChildren().clear();
        remarks.getChildren().clear();
        int row = 0;
        for (Phase phase : phases.phases()) {
            String length = String.format(Locale.ROOT, "%.2f ms", phase.length());
            Label value = new Label(length);
            value.getStyleClass().add("mono");
            Bar bar = new Bar(phase, phases.total());
            bar.setAccessibleText(phase.name() + " " + length);
            bars.addRow(row++, new Label(phase.name()), bar, value);
        }
        for (String remark : phases.remarks()) {
            Label label = new Label(remark);
            label.setWrapText(true);
            label.getStyleClass().add("inspector-remark");
            remarks.getChildren().add(label);
        }
    }

    private static final class Bar extends Pane {
        private final Region filled = new Region();
        private final Phase phase;
        private final double total;

        Bar(Phase phase, double total) {
            this.phase = phase;
            this.total = total;
            filled.getStyleClass().addAll("timing-bar", phase.name().toLowerCase(Locale.ROOT));
            getStyleClass().add("timing-track");
            getChildren().add(filled);
        }

        @Override
        protected void layoutChildren() {
            double perMilli = total <= 0 ? 0 : getWidth() / total;
            double width = Math.max(2, phase.length() * perMilli);
            double start = Math.clamp(phase.start() * perMilli, 0, Math.max(0, getWidth() - width));
            filled.resizeRelocate(start, 0, width, getHeight());
        }
    }
}
