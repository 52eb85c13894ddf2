package dev.benchlight.render.hex;

import javafx.collections.ObservableListBase;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Bytes as lines of offset, hexadecimal and ASCII, each made when it is looked at.
final class HexRows extends ObservableListBase<String> {
    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private final byte[] bytes;

    HexRows(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int size() {
        return bytes.length / WIDTH + (bytes.length % WIDTH == 0 ? 0 : 1);
    }

    @Override
    public String get(int row) {
        StringBuilder line = new StringBuilder(80);
        line.append(HEX.toHexDigits(row * WIDTH)).append("  ");
        StringBuilder ascii = new StringBuilder(WIDTH);
        for (int i = row * WIDTH; i < row * WIDTH + WIDTH; i++) {
            if (i < bytes.length) {
                line.append(HEX.toHexDigits(bytes[i])).append(' ');
                ascii.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            } else {
                line.append("   ");
            }
            if (i % 8 == 7) {
                line.append(' ');
            }
        }
        return line.append(ascii).toString();
    }

    /// Rows as they are shown.
    String dump(List<Integer> rows) {
        return joined(rows, "\n", this::get);
    }

    /// The bytes of rows in hexadecimal only.
    String hex(List<Integer> rows) {
        return joined(rows, "\n", row -> SPACED.formatHex(bytes, row * WIDTH, end(row)));
    }

    /// The bytes of rows as UTF-8, or as Latin 1 where they are not.
    String text(List<Integer> rows) {
        String latin =
                joined(
                        rows,
                        "",
                        row ->
                                new String(
                                        bytes,
                                        row * WIDTH,
                                        end(row) - row * WIDTH,
                                        StandardCharsets.ISO_8859_1));
        String utf8 =
                new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : latin;
    }

    private int end(int row) {
        return Math.min(bytes.length, (row + 1) * WIDTH);
    }

    private static String joined(List<Integer> rows, String end, Function<Integer, String> line) {
        return rows.stream().map(line).collect(Collectors.joining(end));
    }

    /// The row of an offset in decimal, or in hexadecimal after `0x`; empty if it is neither, or
    /// beyond the end.
    OptionalInt row(String offset) {
        String typed = offset.strip().replace("_", "").replace(",", "");
        try {
            long at =
                    typed.startsWith("0x") || typed.startsWith("0X")
                            ? Long.parseLong(typed, 2, typed.length(), 16)
                            : Long.parseLong(typed);
            return at >= 0 && at < bytes.length
                    ? OptionalInt.of((int) at / WIDTH)
                    : OptionalInt.empty();
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
