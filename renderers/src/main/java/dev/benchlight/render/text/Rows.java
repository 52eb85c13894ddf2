package dev.benchlight.render.text;

import dev.benchlight.render.Invisible;

import java.util.Arrays;

/// A text cut into rows: its lines, and long lines softly split. Immutable, so it may be built on
/// any thread; 10 MB take some 30 ms.
final class Rows {
    private final String text;
    private final int[] starts;
    private final int[] lines;

    private Rows(String text, int[] starts, int[] lines) {
        this.text = text;
        this.starts = starts;
        this.lines = lines;
    }

    /// Splits lines at `columns` cells.
    static Rows of(String text, int columns) {
        Builder rows = new Builder();
        Builder lines = new Builder();
        int at = 0;
        while (true) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            lines.add(at);
            rows.add(at);
            if (stop - at > columns / 8) {
                split(text, at, stop, columns, rows);
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
        }
        int[] lineStarts = lines.done();
        return new Rows(
                text, rows.size == lineStarts.length ? lineStarts : rows.done(), lineStarts);
    }

    private static void split(String text, int from, int to, int columns, Builder rows) {
        int column = 0;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            int width = 1;
            int length = 1;
            if (c < 0x20 || c >= 0x7f) {
                int point = text.codePointAt(at);
                length = Character.charCount(point);
                width = Cells.width(point, column, Invisible.at(text, at));
            }
            if (column + width > columns && column > 0) {
                rows.add(at);
                column = 0;
            }
            column += width;
            at += length;
        }
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

    boolean startsLine(int row) {
        return Arrays.binarySearch(lines, starts[row]) >= 0;
    }

    private static final class Builder {
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
