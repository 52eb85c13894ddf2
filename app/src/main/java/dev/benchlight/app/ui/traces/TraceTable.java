package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Callback;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        column("Time", 108, () -> new TextCell(row -> RowText.time(row.started()), "trace-time"));
        column("Kind", 148, KindCell::new);
        column("Method", 188, () -> new TextCell(row -> RowText.line(row.method())));
        column("Name", 176, () -> new TextCell(row -> RowText.line(row.name()), "trace-name"));
        column("Server", 84, () -> new TextCell(row -> RowText.line(row.where())));
        column("Status", 132, StatusCell::new);
        column("Latency", 112, () -> new LatencyCell(model.longest()));
        column("Sent", 68, () -> new TextCell(row -> RowText.size(row.bytesSent()), "trace-size"));
        column(
                "Received",
                76,
                () -> new TextCell(row -> RowText.size(row.bytesReceived()), "trace-size"));
        column("Summary", 226, () -> new TextCell(row -> RowText.line(row.summary())));
        for (TableColumn<TraceRow, ?> size : getColumns().subList(7, 9)) {
            size.getStyleClass().add("trace-right");
        }
        TableColumn<TraceRow, ?> summary = getColumns().getLast();
        summary.setMinWidth(120);
        setColumnResizePolicy(new SummaryTakesTheRest());
    }

    private void column(String title, double width, Supplier<TableCell<TraceRow, TraceRow>> cell) {
        TableColumn<TraceRow, TraceRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        getColumns().add(column);
    }

    /// A wider or narrower table changes its last column only, as far as it can; the others are as
    /// wide as what is in them, or as the user drew them, again once there is room. (JavaFX
    /// declares such policies with raw types.)
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class SummaryTakesTheRest extends ConstrainedColumnResizeBase
            implements Callback<ResizeFeatures, Boolean> {
        private final Map<TableColumn<?, ?>, Double> drawn = new HashMap<>();

        @Override
        public Boolean call(ResizeFeatures change) {
            TableView<?> table = change.getTable();
            List<? extends TableColumn<?, ?>> others =
                    table.getColumns().subList(0, table.getColumns().size() - 1);
            TableColumn<?, ?> last = table.getColumns().getLast();
            double rest =
                    change.getContentWidth() - others.stream().mapToDouble(this::wanted).sum();
            if (change.getColumn() != null) {
                Boolean done = CONSTRAINED_RESIZE_POLICY_LAST_COLUMN.call(change);
                others.forEach(column -> drawn.put(column, column.getWidth()));
                return done;
            }
            if (rest < last.getMinWidth()) {
                return CONSTRAINED_RESIZE_POLICY_LAST_COLUMN.call(change);
            }
            others.forEach(column -> change.setColumnWidth(column, wanted(column)));
            change.setColumnWidth(last, rest);
            return true;
        }

        private double wanted(TableColumn<?, ?> column) {
            return drawn.getOrDefault(column, column.getPrefWidth());
        }
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
            setText(row == null || empty ? null : VisibleText.brief(text.apply(row)));
            setTooltip(getText() == null || getText().length() < 16 ? null : tip(getText()));
        }

        private Tooltip tip(String text) {
            tip.setText(text);
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
            setText(row == null || empty ? null : RowText.kind(row));
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
            setText(row == null || empty ? null : RowText.status(row));
            setGraphic(none ? null : icon);
            if (row != null && !empty) {
                icon.setIconCode(Cells.icon(row));
                getStyleClass().add(Cells.tone(row));
            }
        }
    }
}
