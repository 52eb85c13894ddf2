package dev.benchlight.render.text;

import dev.benchlight.render.Invisible;

import org.jspecify.annotations.Nullable;

/// Where the characters of one row stand, in cells of a fixed width: a tab goes to the next
/// multiple of four, a wide character takes two, an invisible one as many as its name. Stretches
/// that are read from right to left stand in that order.
final class Cells {
    private Cells() {}

    /// One character of `length` chars at `offset` of the text.
    ///
    /// @param badge an invisible one's name
    /// @param reversed whether the next character stands to its left
    record Cell(
            int offset,
            int length,
            int column,
            int width,
            @Nullable String badge,
            boolean reversed) {
        int end() {
            return column + width;
        }
    }

    /// Receives the characters of a row in the order of the text until it says stop.
    interface Visitor {
        boolean cell(Cell cell);
    }

    static void visit(String text, int from, int to, Visitor visitor) {
        int column = 0;
        int at = from;
        while (at < to) {
            if (text.charAt(at) >= 0x590 && isFromTheRight(text.codePointAt(at))) {
                int end = reversedEnd(text, at, to);
                int width = width(text, at, end);
                if (!reversed(text, at, end, column + width, visitor)) {
                    return;
                }
                column += width;
                at = end;
                continue;
            }
            Cell cell = cell(text, at, to, column, false);
            if (!visitor.cell(cell)) {
                return;
            }
            column = cell.end();
            at += cell.length();
        }
    }

    private static Cell cell(String text, int at, int to, int column, boolean reversed) {
        int point = text.codePointAt(at);
        int length = Math.min(Character.charCount(point), to - at);
        String badge = Invisible.at(text, at);
        return new Cell(at, length, column, width(point, column, badge), badge, reversed);
    }

    /// All of the stretch, then whether to go on.
    private static boolean reversed(String text, int from, int to, int end, Visitor visitor) {
        boolean on = true;
        int column = end;
        for (int at = from; at < to; ) {
            Cell cell = cell(text, at, to, 0, true);
            column -= cell.width();
            on &=
                    visitor.cell(
                            new Cell(at, cell.length(), column, cell.width(), cell.badge(), true));
            at += cell.length();
        }
        return on;
    }

    private static int width(String text, int from, int to) {
        int width = 0;
        for (int at = from; at < to; ) {
            Cell cell = cell(text, at, to, 0, true);
            width += cell.width();
            at += cell.length();
        }
        return width;
    }

    private static boolean isFromTheRight(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// Where a stretch that begins from the right ends: after its last such character before one
    /// that is read from the left, is a tab or cannot be seen.
    private static int reversedEnd(String text, int from, int to) {
        int end = from;
        int at = from;
        while (at < to) {
            int point = text.codePointAt(at);
            int next = Math.min(to, at + Character.charCount(point));
            if (isFromTheRight(point)
                    || Character.getType(point) == Character.NON_SPACING_MARK && end == at) {
                end = next;
            } else if (point == '\t'
                    || Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || Invisible.at(text, at) != null) {
                break;
            }
            at = next;
        }
        return end;
    }

    static int width(int point, int column, @Nullable String badge) {
        if (badge != null) {
            return badge.length() + 1;
        } else if (point >= 0x20 && point < 0x300) {
            return 1;
        } else if (point == '\t') {
            return 4 - column % 4;
        } else if (point == '\r') {
            return 0;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || point == 0x200d) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int p) {
        return p >= 0x1100
                && (p <= 0x115f
                        || p >= 0x2e80 && p <= 0xa4cf
                        || p >= 0xac00 && p <= 0xd7a3
                        || p >= 0xf900 && p <= 0xfaff
                        || p >= 0xfe30 && p <= 0xfe6f
                        || p >= 0xff00 && p <= 0xff60
                        || p >= 0xffe0 && p <= 0xffe6
                        || p >= 0x1f300 && p <= 0x1faff
                        || p >= 0x20000 && p <= 0x3fffd);
    }

    /// The column at which the caret before the character at `offset` stands.
    static int column(String text, int from, int to, int offset) {
        int[] found = {-1};
        int[] end = {0};
        visit(
                text,
                from,
                to,
                cell -> {
                    if (cell.offset() >= offset && found[0] < 0) {
                        found[0] = cell.reversed() ? cell.end() : cell.column();
                    }
                    end[0] = Math.max(end[0], cell.end());
                    return found[0] < 0;
                });
        return found[0] < 0 ? end[0] : found[0];
    }

    /// The offset of the boundary nearest to `column`, which may be a fraction.
    static int offset(String text, int from, int to, double column) {
        int[] found = {from};
        visit(
                text,
                from,
                to,
                cell -> {
                    boolean within = column >= cell.column() && column < cell.end();
                    boolean left = column < cell.column() + cell.width() / 2.0;
                    if (within) {
                        found[0] = cell.offset() + (left == cell.reversed() ? cell.length() : 0);
                    } else if (column >= cell.end() && !cell.reversed()) {
                        found[0] = cell.offset() + cell.length();
                    }
                    return !within;
                });
        return found[0];
    }
}
