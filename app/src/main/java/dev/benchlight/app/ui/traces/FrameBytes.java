package dev.benchlight.app.ui.traces;

import dev.benchlight.trace.Frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of a frame as a reader can see them.
final class FrameBytes {
    private static final int MOST_TEXT = 128 * 1024;
    private static final int MOST_HEX = 16 * 1024;
    private static final int PER_LINE = 8;

    private FrameBytes() {}

    /// Whether text would hide something: the bytes are not UTF-8, or hold zero bytes.
    static boolean isBinary(Frame frame) {
        byte[] start = first(frame, MOST_TEXT);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(start, 0, wholeCharacters(start));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().indexOf(0) >= 0;
        } catch (CharacterCodingException _) {
            return true;
        }
    }

    /// The bytes as UTF-8.
    static Body text(Frame frame) {
        byte[] start = first(frame, MOST_TEXT);
        String text = new String(start, StandardCharsets.UTF_8);
        return Body.of(text, frame).withRemark(cut(start.length, frame));
    }

    /// Offset, bytes and characters, eight bytes a line.
    static Body hex(Frame frame) {
        byte[] start = first(frame, MOST_HEX);
        StringBuilder dump = new StringBuilder(start.length * 6);
        for (int from = 0; from < start.length; from += PER_LINE) {
            line(dump, start, from);
        }
        return Body.of(dump.toString(), frame).withRemark(cut(start.length, frame));
    }

    private static void line(StringBuilder dump, byte[] bytes, int from) {
        int to = Math.min(bytes.length, from + PER_LINE);
        dump.append("%06x  ".formatted(from));
        for (int i = from; i < to; i++) {
            dump.append("%02x ".formatted(bytes[i]));
        }
        dump.repeat("   ", from + PER_LINE - to).append(' ');
        for (int i = from; i < to; i++) {
            dump.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '·');
        }
        dump.append('\n');
    }

    private static byte[] first(Frame frame, int most) {
        byte[] bytes = frame.bytes();
        return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    /// Where the last character that is not cut off ends.
    private static int wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        if (end < MOST_TEXT) {
            return end;
        }
        while (end > bytes.length - 4 && (bytes[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        return end - 1;
    }

    private static String cut(int shown, Frame frame) {
        return shown < frame.bytes().length
                ? "Shown: the first %,d of %,d bytes.".formatted(shown, frame.bytes().length)
                : "";
    }
}
