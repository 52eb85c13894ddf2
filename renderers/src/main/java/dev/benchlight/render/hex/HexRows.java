package dev.benchlight.render.hex;

import javafx.collections.ObservableListBase;

import java.util.HexFormat;

/// Bytes as lines of offset, hexadecimal and ASCII, each made when it is looked at.
final class HexRows extends ObservableListBase<String> {
    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.of();

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
}
