package dev.benchlight.render.text;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.syntax.Span;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

import java.util.List;
import java.util.function.Consumer;

/// Read-only text of any size: only the rows on the screen are drawn. Lines wrap at the right edge
/// or, without wrapping, at 2,000 cells. Right-to-left text stands as it is read. Only on the
/// JavaFX thread.
final class LineView extends Region {
    static final int LONGEST_ROW = 2000;

    /// Up to this many characters are cut into rows at once, longer text aside.
    private static final int SHORT = 100_000;

    private static final double SHORTEST_THUMB = 24;

    private final String text;
    private final Highlighter highlighter;
    private final Consumer<String> copier;
    private final Aside cutter = new Aside("cut into rows");
    private final Aside copying = new Aside("copy text");
    private final Palette palette = new Palette(this::styleChanged);
    private final Canvas canvas = new Canvas();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final BooleanProperty wrap = new SimpleBooleanProperty(this, "wrap", true);
    private Rows rows;
    private boolean cutting;
    private Selection selection = new Selection(0, 0);
    private Hits hits = Hits.NONE;
    private int currentHit;

    /// `copier` receives what the user copies, with invisible characters escaped.
    LineView(PreparedText prepared, Consumer<String> copier) {
        this.copier = copier;
        text = prepared.text();
        highlighter = prepared.highlighter();
        rows = prepared.rows();
        getStyleClass().add("line-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleRoleDescription("read-only text");
        horizontal.setOrientation(Orientation.HORIZONTAL);
        vertical.setOrientation(Orientation.VERTICAL);
        vertical.setFocusTraversable(false);
        horizontal.setFocusTraversable(false);
        canvas.setManaged(false);
        canvas.setCursor(Cursor.TEXT);
        getChildren().addAll(palette, canvas, vertical, horizontal);
        vertical.valueProperty().addListener(_ -> draw());
        horizontal.valueProperty().addListener(_ -> draw());
        wrap.addListener(_ -> requestLayout());
        focusedProperty().addListener(_ -> draw());
        new LineViewInput(this, canvas);
        describeLine();
    }

    /// Whether lines wrap at the right edge; true at first.
    BooleanProperty wrapProperty() {
        return wrap;
    }

    /// Hands the selected text, with invisible characters escaped, to the copier; nothing if
    /// nothing is selected.
    void copy() {
        if (!selection.isEmpty()) {
            copy(selection);
        }
    }

    void copyAll() {
        copy(new Selection(0, text.length()));
    }

    private void copy(Selection what) {
        copying.run(() -> Invisible.escape(text.substring(what.from(), what.to())), copier);
    }

    /// Marks these hits and none before them, and selects the current one, if there is any.
    void show(Hits hits, int current) {
        this.hits = hits;
        currentHit = current;
        if (hits.count() > 0) {
            int from = hits.offsets()[current];
            select(new Selection(from, from + hits.length()));
        } else {
            draw();
        }
    }

    void select(Selection wanted) {
        selection =
                new Selection(
                        Math.clamp(wanted.anchor(), 0, text.length()),
                        Math.clamp(wanted.caret(), 0, text.length()));
        reveal();
        describeLine();
        draw();
    }

    Selection selection() {
        return selection;
    }

    Rows rows() {
        return rows;
    }

    void scrollRows(double delta) {
        vertical.setValue(Math.clamp(vertical.getValue() + delta, 0, vertical.getMax()));
    }

    void scrollColumns(double delta) {
        horizontal.setValue(Math.clamp(horizontal.getValue() + delta, 0, horizontal.getMax()));
    }

    int pageRows() {
        return Math.max(1, (int) (canvas.getHeight() / palette.lineHeight()));
    }

    /// The offset under a point of the canvas.
    int offsetAt(double x, double y) {
        int row = (int) Math.floor(vertical.getValue() + y / palette.lineHeight());
        row = Math.clamp(row, 0, rows.count() - 1);
        double column = (x - gutter()) / palette.cellWidth() + horizontal.getValue();
        return Cells.offset(text, rows.start(row), rows.end(row), column);
    }

    private int digits() {
        return Math.max(2, Integer.toString(rows.lineCount()).length());
    }

    private double gutter() {
        return (digits() + 2) * palette.cellWidth();
    }

    private void styleChanged() {
        requestLayout();
        draw();
    }

    private void describeLine() {
        int row = rows.rowAt(selection.caret());
        int end = Math.min(rows.end(row), rows.start(row) + 1000);
        setAccessibleText(
                "line "
                        + rows.line(row)
                        + ": "
                        + Invisible.escape(text.substring(rows.start(row), end)));
    }

    private void reveal() {
        int row = rows.rowAt(selection.caret());
        int page = pageRows();
        double top = vertical.getValue();
        if (row < top || row > top + page - 1) {
            double wanted = row < top || row > top + 2 * page ? row - page / 3.0 : row - page + 1;
            vertical.setValue(Math.clamp(wanted, 0, vertical.getMax()));
        }
        int column = Cells.column(text, rows.start(row), rows.end(row), selection.caret());
        double visible = (canvas.getWidth() - gutter()) / palette.cellWidth();
        if (column < horizontal.getValue() || column > horizontal.getValue() + visible - 2) {
            horizontal.setValue(Math.clamp(column - visible / 2, 0, horizontal.getMax()));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(400, rows.count() * palette.lineHeight() + 12);
    }

    @Override
    protected void layoutChildren() {
        double bar = vertical.prefWidth(-1);
        boolean wraps = wrap.get();
        double width = Math.max(1, getWidth() - bar);
        double height = Math.max(1, getHeight() - (wraps ? 0 : bar));
        canvas.setWidth(width);
        canvas.setHeight(height);
        split(width);
        horizontal.setVisible(!wraps);
        vertical.resizeRelocate(width, 0, bar, height);
        horizontal.resizeRelocate(0, height, width, bar);
        double shown = height / palette.lineHeight();
        range(vertical, rows.count() - Math.floor(shown), shown, rows.count());
        vertical.setVisible(!vertical.isDisable());
        double cells = (width - gutter()) / palette.cellWidth();
        int widest = wraps ? 0 : rows.widest();
        range(horizontal, widest + 4 - cells, cells, widest + 4);
        draw();
    }

    private static void range(ScrollBar bar, double max, double visible, double total) {
        double top = Math.max(0, max);
        bar.setMax(top);
        // Of much text, a thumb in proportion would be too small to be seen or taken hold of.
        double length =
                bar.getOrientation() == Orientation.VERTICAL ? bar.getHeight() : bar.getWidth();
        double least = Math.min(1, SHORTEST_THUMB / Math.max(1, length));
        bar.setVisibleAmount(total <= 0 ? top : top * Math.clamp(visible / total, least, 1));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(Math.max(1, visible - 1));
        bar.setValue(Math.min(bar.getValue(), top));
        bar.setDisable(top == 0);
    }

    private void split(double width) {
        double room = (width - gutter()) / palette.cellWidth() - 1;
        int wanted = wrap.get() ? Math.clamp((int) room, 20, LONGEST_ROW) : LONGEST_ROW;
        if (wanted == rows.columns() || cutting) {
            return;
        }
        if (text.length() <= SHORT) {
            keepPlace(Rows.of(text, wanted));
            return;
        }
        cutting = true;
        cutter.run(
                () -> Rows.of(text, wanted),
                cut -> {
                    cutting = false;
                    keepPlace(cut);
                    requestLayout();
                });
    }

    /// Changes to other rows, with the same text at the top.
    private void keepPlace(Rows cut) {
        int top = rows.start(Math.clamp((int) vertical.getValue(), 0, rows.count() - 1));
        rows = cut;
        vertical.setMax(Math.max(vertical.getMax(), rows.count()));
        vertical.setValue(rows.rowAt(top));
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        RowPainter painter = new RowPainter(graphics, palette);
        double line = palette.lineHeight();
        double scroll = vertical.getValue();
        int first = Math.max(0, (int) scroll);
        int last = Math.min(rows.count() - 1, (int) (scroll + canvas.getHeight() / line) + 1);
        graphics.save();
        clipToText(graphics);
        for (int row = first; row <= last; row++) {
            drawRow(graphics, painter, row, (double) Math.round((row - scroll) * line));
        }
        graphics.restore();
        for (int row = first; row <= last; row++) {
            if (rows.startsLine(row)) {
                double y = (double) Math.round((row - scroll) * line);
                painter.lineNumber(rows.line(row), digits(), y);
            }
        }
    }

    /// On whole pixels and once for all rows: any other clip has JavaFX draw into a picture of the
    /// whole canvas and blend that, many milliseconds each time.
    private void clipToText(GraphicsContext graphics) {
        double left = Math.floor(gutter() - palette.cellWidth() / 2);
        double width = Math.ceil(Math.max(0, canvas.getWidth() - left));
        graphics.beginPath();
        graphics.rect(left, 0, width, Math.ceil(canvas.getHeight()));
        graphics.clip();
    }

    private void drawRow(GraphicsContext graphics, RowPainter painter, int row, double y) {
        double cell = palette.cellWidth();
        double x = gutter() - horizontal.getValue() * cell;
        painter.mark(
                rows, row, selection.from(), selection.to(), x, y, palette.color("code-selection"));
        for (int i = hits.firstFrom(rows.start(row) - hits.length() + 1);
                i < hits.count() && hits.offsets()[i] < rows.end(row);
                i++) {
            int from = hits.offsets()[i];
            Paint paint = palette.color(i == currentHit ? "code-current-hit" : "code-hit");
            painter.mark(rows, row, from, from + hits.length(), x, y, paint);
        }
        int firstColumn = (int) horizontal.getValue();
        var view =
                new RowPainter.Viewport(
                        firstColumn, firstColumn + (int) (canvas.getWidth() / cell) + 1);
        List<Span> spans = highlighter.spans(rows.start(row), rows.end(row));
        painter.text(rows, row, spans, view, x, y);
        if (isFocused() && rows.rowAt(selection.caret()) == row) {
            int column = Cells.column(text, rows.start(row), rows.end(row), selection.caret());
            graphics.setFill(palette.color("code-caret"));
            graphics.fillRect(Math.floor(x + column * cell), y, 1, palette.lineHeight());
        }
    }
}
