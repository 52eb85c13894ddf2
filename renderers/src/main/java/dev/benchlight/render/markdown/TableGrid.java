package dev.benchlight.render.markdown;

import dev.benchlight.render.markdown.Block.Side;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

import java.util.List;

/// Builds a table. A few columns share the width; many have a fixed one and scroll.
final class TableGrid {
    private static final int FEW = 8;
    private static final double COLUMN = 150;

    private final Block.Table table;
    private final InlineView inlines;

    TableGrid(Block.Table table, InlineView inlines) {
        this.table = table;
        this.inlines = inlines;
    }

    Node node() {
        boolean few = table.sides().size() <= FEW;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("md-table");
        grid.setMaxWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < table.sides().size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(few ? 40 : COLUMN);
            if (!few) {
                column.setPrefWidth(COLUMN);
            }
            grid.getColumnConstraints().add(column);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            row(grid, row);
        }
        if (few) {
            return grid;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void row(GridPane grid, int row) {
        List<List<Inline>> cells = table.rows().get(row);
        for (int i = 0; i < table.sides().size(); i++) {
            TextFlow flow = inlines.flow(i < cells.size() ? cells.get(i) : List.of());
            flow.getStyleClass().add(row == 0 ? "md-th" : "md-td");
            flow.setTextAlignment(alignment(table.sides().get(i)));
            flow.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            grid.add(flow, i, row);
        }
    }

    private static TextAlignment alignment(Side side) {
        return switch (side) {
            case LEFT -> TextAlignment.LEFT;
            case CENTER -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        };
    }
}
