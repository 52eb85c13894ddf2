package dev.benchlight.render.text;

import dev.benchlight.render.Invisible;

import org.jspecify.annotations.Nullable;

/// Where the characters of one row stand, in cells of a fixed width: a tab goes to the next
/// multiple of four, a wide character takes two, an invisible one as many as its name.
final class Cells {
    private Cells() {}

    /// Receives the characters of a row from left to right until it says stop.
    interface Visitor {
        /// One character of `length` chars at `offset`; `badge` is an invisible one's name.
        boolean cell(int offset, int length, int column, int width, @Nullable String badge);
    }

    static void visit(String text, int from, int to, Visitor visitor) {
        int column = 0;
        int at = from;
        while (at < to) {
            int point = text.codePointAt(at);
            int length = Math.min(Character.charCount(point), to - at);
            String badge = Invisible.at(text, at);
            int width = width(point, column, badge);
            if (!visitor.cell(at, length, column, width, badge)) {
                return;
            }
            column += width;
            at += length;
        }
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

    /// The column at which the character at `offset` begins.
    static int column(String text, int from, int to, int offset) {
        int[] found = {0};
        visit(
                text,
                from,
                to,
                (at, _, column, width, _) -> {
                    found[0] = at < offset ? column + width : column;
                    return at < offset;
                });
        return found[0];
    }

    /// The offset of the boundary nearest to `column`, which may be a fraction.
    static int offset(String text, int from, int to, double column) {
        int[] found = {from};
        visit(
                text,
                from,
                to,
                (at, length, start, width, _) -> {
                    if (start + width / 2.0 > column) {
                        return false;
                    }
                    found[0] = at + length;
                    return true;
                });
        return found[0];
    }
}
