package dev.benchlight.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Lays out rows in columns.
final class Table {
    private static final int WIDEST_COLUMN = 48;
    private static final int NARROWEST = 20;

    private Table() {}

    /// The last column is cut where it does not fit; another one only where it would leave no room
    /// for what follows.
    ///
    /// @param width of a line, in characters
    static String of(List<? extends List<String>> rows, int width) {
        List<List<String>> safe = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String cell = Visible.line(row.get(i));
                cells.add(i < row.size() - 1 ? cut(cell, width - NARROWEST - 4) : cell);
            }
            safe.add(cells);
        }
        int columns = safe.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : safe) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST_COLUMN, row.get(i).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : safe) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                boolean last = i == row.size() - 1;
                line.append("  ");
                line.append(
                        last
                                ? cut(row.get(i), width - line.length())
                                : padded(row.get(i), widths[i]));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String cut(String text, int width) {
        int room = Math.max(NARROWEST, width);
        if (text.codePointCount(0, text.length()) <= room) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, room - 1)) + "…";
    }
}
