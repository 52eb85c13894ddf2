package dev.benchlight.render.text;

import dev.benchlight.render.syntax.Span;
import dev.benchlight.render.syntax.TokenKind;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

import java.util.List;

/// Draws one row of text on a canvas: runs of plain characters as one string, stretches from right
/// to left as one string too, wide characters and badges at their own cells.
final class RowPainter {
    private final GraphicsContext graphics;
    private final Palette palette;
    private final double cell;
    private final double height;
    private final StringBuilder run = new StringBuilder();
    private TokenKind runKind = TokenKind.PLAIN;
    private boolean runReversed;
    private int runColumn;
    private int runEnd;

    RowPainter(GraphicsContext graphics, Palette palette) {
        this.graphics = graphics;
        this.palette = palette;
        this.cell = palette.cellWidth();
        this.height = palette.lineHeight();
        graphics.setFont(palette.font());
        graphics.setTextBaseline(VPos.TOP);
    }

    /// Fills the cells of `[from, to)` as far as they are in the row.
    void mark(Rows rows, int row, int from, int to, double x, double y, Paint paint) {
        int start = rows.start(row);
        int end = rows.end(row);
        if (to <= start || from > end || from >= to) {
            return;
        }
        graphics.setFill(paint);
        int[] filled = {0, 0};
        Cells.visit(
                rows.text(),
                start,
                end,
                cell -> {
                    boolean marked = cell.offset() >= from && cell.offset() < to;
                    if (marked && filled[1] == cell.column()) {
                        filled[1] = cell.end();
                    } else if (marked && filled[0] == cell.end()) {
                        filled[0] = cell.column();
                    } else if (marked) {
                        fill(filled, x, y);
                        filled[0] = cell.column();
                        filled[1] = cell.end();
                    }
                    return cell.offset() < to || cell.reversed();
                });
        fill(filled, x, y);
        if (to > end) {
            double column = Cells.column(rows.text(), start, end, end);
            graphics.fillRect(x + column * cell, y, cell / 2, height);
        }
    }

    private void fill(int[] columns, double x, double y) {
        double width = (columns[1] - columns[0]) * cell;
        graphics.fillRect(x + columns[0] * cell, y, width, height);
    }

    /// Draws the cells from `firstColumn` to `lastColumn`; `x` is where column 0 would be.
    void text(Rows rows, int row, List<Span> spans, Viewport view, double x, double y) {
        SpanCursor colors = new SpanCursor(spans);
        Cells.visit(
                rows.text(),
                rows.start(row),
                rows.end(row),
                at -> {
                    if (at.end() >= view.firstColumn()) {
                        draw(rows.text(), at, colors.at(at.offset()), x, y);
                    }
                    return at.column() <= view.lastColumn();
                });
        flush(x, y);
    }

    private void draw(String text, Cells.Cell at, TokenKind kind, double x, double y) {
        char c = text.charAt(at.offset());
        boolean joins = at.badge() == null && (at.reversed() || c != '\t' && c < 0x590);
        if (!joins || kind != runKind || at.reversed() != runReversed) {
            flush(x, y);
        }
        runKind = kind;
        runReversed = at.reversed();
        if (at.badge() != null) {
            badge(at.badge(), x + at.column() * cell, y);
            return;
        }
        if (run.isEmpty()) {
            runColumn = at.column();
            runEnd = at.end();
        }
        runColumn = Math.min(runColumn, at.column());
        runEnd = Math.max(runEnd, at.end());
        run.append(text, at.offset(), at.offset() + at.length());
        if (!joins) {
            flush(x, y);
        }
    }

    private void flush(double x, double y) {
        if (run.isEmpty()) {
            return;
        }
        graphics.setFill(palette.color(runKind));
        if (runReversed) {
            double width = (runEnd - runColumn) * cell;
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(run.toString(), x + runEnd * cell, y + 1, width);
            graphics.setTextAlign(TextAlignment.LEFT);
        } else {
            graphics.fillText(run.toString(), x + runColumn * cell, y + 1);
        }
        run.setLength(0);
    }

    private void badge(String badge, double x, double y) {
        double width = (badge.length() + 1) * cell - 2;
        graphics.setStroke(palette.color("code-badge"));
        graphics.strokeRoundRect(
                Math.floor(x) + 0.5, Math.floor(y) + 1.5, Math.floor(width), height - 4, 4, 4);
        graphics.setFill(palette.color("code-badge"));
        graphics.fillText(badge, x + cell / 2, y + 1);
    }

    void lineNumber(int number, int digits, double y) {
        String text = Integer.toString(number);
        graphics.setFill(palette.color("code-line-number"));
        graphics.fillText(text, (digits - text.length() + 1) * cell, y + 1);
    }

    /// The columns on the screen.
    record Viewport(int firstColumn, int lastColumn) {}

    private static final class SpanCursor {
        private final List<Span> spans;
        private int next;

        SpanCursor(List<Span> spans) {
            this.spans = spans;
        }

        TokenKind at(int offset) {
            while (next < spans.size() && spans.get(next).to() <= offset) {
                next++;
            }
            return next < spans.size() && spans.get(next).from() <= offset
                    ? spans.get(next).kind()
                    : TokenKind.PLAIN;
        }
    }
}
