package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Function;
import java.util.function.Supplier;

/// The rows as a table, one line each. Lives on the JavaFX thread.
final class TraceTable extends TableView<TraceRow> {
    private static final double ROW_HEIGHT = 24;

    TraceTable(TracesModel model) {
        super(model.shown());
        getStyleClass().add("trace-table");
        setFixedCellSize(ROW_HEIGHT);
        setAccessibleText("Traces");
        column(
                "Time",
                108,
                112,
                () -> new TextCell(row -> RowText.time(row.started()), "trace-time"));
        column("Kind", 148, 156, KindCell::new);
        column("Method", 188, 230, () -> new TextCell(row -> RowText.line(row.method())));
        column("Name", 176, 300, () -> new TextCell(row -> RowText.line(row.name()), "trace-name"));
        column("Server", 84, 150, () -> new TextCell(row -> RowText.line(row.where())));
        column("Status", 132, 150, StatusCell::new);
        column("Latency", 112, 170, () -> new LatencyCell(model.longest()));
        column(
                "Sent",
                68,
                80,
                () -> new TextCell(row -> RowText.size(row.bytesSent()), "trace-size"));
        column(
                "Received",
                76,
                88,
                () -> new TextCell(row -> RowText.size(row.bytesReceived()), "trace-size"));
        column("Summary", 226, 5000, () -> new TextCell(row -> RowText.line(row.summary())));
        for (TableColumn<TraceRow, ?> size : getColumns().subList(7, 9)) {
            size.getStyleClass().add("trace-right");
        }
        TableColumn<TraceRow, ?> summary = getColumns().getLast();
        summary.setMinWidth(120);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    }

    /// @param widest what is left over goes to the columns that may become wider
    private void column(
            String title,
            double width,
            double widest,
            Supplier<TableCell<TraceRow, TraceRow>> cell) {
        TableColumn<TraceRow, TraceRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(40);
        column.setMaxWidth(widest);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        getColumns().add(column);
    }

    private static final class TextCell extends TableCell<TraceRow, TraceRow> {
        private final Function<TraceRow, String> text;
        private final Tooltip tip = new Tooltip();

        TextCell(Function<TraceRow, String> text, String... styles) {
            this.text = text;
            tip.setWrapText(true);
            tip.setMaxWidth(480);
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable TraceRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : text.apply(row));
            setTooltip(getText() == null || getText().length() < 16 ? null : tip(getText()));
        }

        private Tooltip tip(String text) {
            tip.setText(text.length() > 600 ? text.substring(0, 600) + "…" : text);
            return tip;
        }
    }

    private static final class KindCell extends TableCell<TraceRow, TraceRow> {
        private final FontIcon icon = new FontIcon();

        KindCell() {
            getStyleClass().add("trace-kind");
        }

        @Override
        protected void updateItem(@Nullable TraceRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = row == null || empty;
            setText(row == null || empty ? null : RowText.kind(row.kind()));
            setGraphic(none ? null : icon);
            if (row != null && !empty) {
                icon.setIconCode(Cells.icon(row.kind()));
            }
        }
    }

    private static final class StatusCell extends TableCell<TraceRow, TraceRow> {
        private final FontIcon icon = new FontIcon();

        StatusCell() {
            getStyleClass().add("trace-status");
        }

        @Override
        protected void updateItem(@Nullable TraceRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(style -> Cells.TONES.contains(style));
            boolean none = row == null || empty;
            setText(row == null || empty ? null : RowText.status(row.status()));
            setGraphic(none ? null : icon);
            if (row != null && !empty) {
                icon.setIconCode(Cells.icon(row.status()));
                getStyleClass().add(Cells.tone(row));
            }
        }
    }
}
