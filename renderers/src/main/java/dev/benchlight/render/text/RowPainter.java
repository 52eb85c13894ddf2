package dev.benchlight.render.text;

import dev.benchlight.render.syntax.Span;
import dev.benchlight.render.syntax.TokenKind;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

import java.util.List;

/// Draws one row of text on a canvas: runs of plain characters as one string, wide characters and
/// badges at their own cells.
final class RowPainter {
    private final GraphicsContext graphics;
    private final Palette palette;
    private final double cell;
    private final double height;
    private final StringBuilder run = new StringBuilder();
    private int runColumn;

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
        boolean past = to > end && from <= end;
        if (to <= start || from > end || from >= to) {
            return;
        }
        int left = Cells.column(rows.text(), start, end, Math.max(from, start));
        int right = Cells.column(rows.text(), start, end, Math.min(to, end));
        graphics.setFill(paint);
        graphics.fillRect(x + left * cell, y, (right - left + (past ? 0.5 : 0)) * cell, height);
    }

    /// Draws the cells from `firstColumn` to `lastColumn`; `x` is where column 0 would be.
    void text(Rows rows, int row, List<Span> spans, Viewport view, double x, double y) {
        SpanCursor colors = new SpanCursor(spans);
        TokenKind[] kind = {TokenKind.PLAIN};
        String text = rows.text();
        Cells.visit(
                text,
                rows.start(row),
                rows.end(row),
                (at, length, column, width, badge) -> {
                    if (column + width < view.firstColumn()) {
                        return true;
                    }
                    TokenKind now = colors.at(at);
                    char c = text.charAt(at);
                    boolean plain = badge == null && c != '\t' && c < 0x590;
                    if (!plain || now != kind[0]) {
                        flush(kind[0], x, y);
                        kind[0] = now;
                    }
                    if (badge != null) {
                        badge(badge, x + column * cell, y);
                    } else if (!plain) {
                        graphics.setFill(palette.color(now));
                        String one = text.substring(at, at + length);
                        graphics.fillText(one, x + column * cell, y + 1);
                    } else {
                        if (run.isEmpty()) {
                            runColumn = column;
                        }
                        run.append(c);
                    }
                    return column <= view.lastColumn();
                });
        flush(kind[0], x, y);
    }

    private void flush(TokenKind kind, double x, double y) {
        if (!run.isEmpty()) {
            graphics.setFill(palette.color(kind));
            graphics.fillText(run.toString(), x + runColumn * cell, y + 1);
            run.setLength(0);
        }
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
