package dev.benchlight.mcp.wire;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;

import java.util.Arrays;

/// Makes messages of a server's output lines: sees to encodings and the limit. Used by one thread.
final class StdoutLines implements LineReader.Sink {
    private static final byte[] NOTHING = new byte[0];

    private final FrameRecorder recorder;
    private final WireListener listener;
    private final Limits limits;
    private boolean first = true;
    private boolean utf16;

    /// Records bytes that were received.
    interface FrameRecorder {
        FrameId record(byte[] bytes, long length, long offset);
    }

    StdoutLines(FrameRecorder recorder, WireListener listener, Limits limits) {
        this.recorder = recorder;
        this.listener = listener;
        this.limits = limits;
    }

    static WireFault endless(Limits limits) {
        return WireFault.of(
                WireFault.Kind.LIMIT,
                "endless-line",
                "the server sent a line longer than 10 times "
                        + limits.messageBytes()
                        + " bytes (limit messageBytes), so the connection was closed");
    }

    @Override
    public void line(byte[] bytes, long offset) {
        FrameId frame = recorder.record(bytes, bytes.length, offset);
        byte[] message = bytes;
        if (first) {
            first = false;
            utf16 = looksLikeUtf16(bytes);
            if (startsWithMark(bytes)) {
                message = Arrays.copyOfRange(bytes, 3, bytes.length);
                listener.warning(
                        "bom",
                        "output starts with a byte order mark, which was skipped",
                        "EF BB BF");
            }
        }
        if (utf16) {
            refuseUtf16(frame, bytes);
        } else if (!isBlank(message)) {
            listener.message(frame, Channel.STDIO, null, message);
        }
    }

    /// A server that ends may leave out the last line end, but not the last brace.
    @Override
    public boolean unended(byte[] bytes, long offset) {
        if (bytes[bytes.length - 1] == '}' || bytes[bytes.length - 1] == ']') {
            line(bytes, offset);
            return true;
        }
        recorder.record(bytes, bytes.length, offset);
        return false;
    }

    @Override
    public void tooLong(byte[] head, byte[] tail, long length, long offset) {
        first = false;
        FrameId frame = recorder.record(head, length, offset);
        if (LineReader.isEndless(limits.messageBytes(), length)) {
            return;
        }
        WireFault fault =
                WireFault.of(
                        WireFault.Kind.LIMIT,
                        "message-too-large",
                        "a message of at least "
                                + length
                                + " bytes is over the limit of "
                                + limits.messageBytes()
                                + " bytes (limit messageBytes)");
        listener.refused(frame, Channel.STDIO, null, head, tail, fault);
    }

    private void refuseUtf16(FrameId frame, byte[] bytes) {
        WireFault fault =
                WireFault.of(
                        WireFault.Kind.PROTOCOL,
                        "utf16",
                        "the server's output looks like UTF-16 (PowerShell?)");
        listener.refused(frame, Channel.STDIO, null, bytes, NOTHING, fault);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        boolean mark =
                (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
        return mark || (bytes[1] == 0 && bytes[3] == 0) || (bytes[0] == 0 && bytes[2] == 0);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
