package dev.benchlight.render.text;

import dev.benchlight.render.Invisible;

import java.util.Arrays;

/// A text cut into rows: its lines, and long lines split, after a space where there is one near.
/// Immutable, so it may be built on any thread; linear in the text, some 50 ms for 10 MB.
final class Rows {
    private final String text;
    private final int[] starts;
    private final int[] lines;
    private final int columns;
    private final int widest;

    private Rows(String text, int columns, int[] starts, int[] lines, int widest) {
        this.text = text;
        this.columns = columns;
        this.starts = starts;
        this.lines = lines;
        this.widest = widest;
    }

    /// Splits lines at `columns` cells.
    static Rows of(String text, int columns) {
        return new Cutter(text, columns).cut();
    }

    String text() {
        return text;
    }

    int count() {
        return starts.length;
    }

    int lineCount() {
        return lines.length;
    }

    /// At how many cells lines were split.
    int columns() {
        return columns;
    }

    /// How many cells the widest row takes.
    int widest() {
        return widest;
    }

    int start(int row) {
        return starts[row];
    }

    /// The offset after the row's last character; line ends do not count.
    int end(int row) {
        if (row + 1 >= starts.length) {
            return text.length();
        }
        int end = starts[row + 1];
        if (end > starts[row] && text.charAt(end - 1) == '\n') {
            end--;
            if (end > starts[row] && text.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    int rowAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /// The number, from 1, of the line that holds the row.
    int line(int row) {
        int found = Arrays.binarySearch(lines, starts[row]);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// All of the line that holds the row.
    Selection wholeLine(int row) {
        int line = line(row);
        int end = line < lines.length ? lines[line] - 1 : text.length();
        return new Selection(lines[line - 1], end);
    }

    boolean startsLine(int row) {
        return Arrays.binarySearch(lines, starts[row]) >= 0;
    }

    /// One pass over a text.
    private static final class Cutter {
        /// A word longer than this is split rather than moved to the next row.
        private static final int LONGEST_WORD = 24;

        private final String text;
        private final int columns;
        private final Offsets rows = new Offsets();
        private final Offsets lines = new Offsets();
        private int column;
        private int space;
        private int spaceColumn;
        private int widest;

        Cutter(String text, int columns) {
            this.text = text;
            this.columns = columns;
        }

        Rows cut() {
            lines.add(0);
            rows.add(0);
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\n') {
                    at++;
                    lines.add(at);
                    start(at, 0);
                } else if (c > ' ' && c < 0x7f) {
                    place(at, 1);
                    at++;
                } else {
                    at = unusual(c, at);
                }
            }
            widest = Math.max(widest, column);
            int[] lineStarts = lines.done();
            int[] rowStarts = rows.size == lineStarts.length ? lineStarts : rows.done();
            return new Rows(text, columns, rowStarts, lineStarts, widest);
        }

        private int unusual(char c, int at) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            place(at, c == ' ' ? 1 : Cells.width(point, column, Invisible.at(text, at)));
            if (c == '\t') {
                // Its width is that of the row it came to stand in.
                column = (column + 3) / 4 * 4;
            }
            if (c == ' ' || c == '\t') {
                space = next;
                spaceColumn = column;
            }
            return next;
        }

        private void place(int at, int width) {
            while (column + width > columns && column > 0) {
                boolean word = spaceColumn > 0 && column - spaceColumn <= LONGEST_WORD;
                start(word ? space : at, word ? column - spaceColumn : 0);
            }
            column += width;
        }

        private void start(int at, int newColumn) {
            widest = Math.max(widest, newColumn == 0 ? column : spaceColumn);
            rows.add(at);
            column = newColumn;
            spaceColumn = 0;
        }
    }

    private static final class Offsets {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] done() {
            return Arrays.copyOf(values, size);
        }
    }
}
