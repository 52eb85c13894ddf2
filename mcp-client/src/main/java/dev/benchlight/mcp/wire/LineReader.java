package dev.benchlight.mcp.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Splits a stream into lines at `\n`, with a limit on what one line may hold. Used by one thread.
final class LineReader {
    /// How much of each end of a line over the limit is kept.
    private static final int ENDS = 4_096;

    /// A line over the limit is skipped up to this many times the limit.
    private static final int SKIPPED = 10;

    /// In a flood there is always a piece of a line that is about to end.
    private static final long QUIET_NANOS = 1_000_000_000;

    private final InputStream in;
    private final int limit;
    private final Sink sink;
    private final byte[] buffer = new byte[8 << 10];
    private final Line line = new Line();
    private byte[] head = new byte[0];
    private byte[] tail = new byte[0];
    private long skipped;
    private long lineOffset;
    private volatile long unfinished;
    private volatile long lastRead = System.nanoTime();

    /// A line as it comes in.
    static final class Line extends ByteArrayOutputStream {
        private static final int KEPT = 64 << 10;

        /// How many bytes are held, used or not.
        synchronized int room() {
            return buf.length;
        }

        /// Gives back what a large line took.
        @Override
        public synchronized void reset() {
            super.reset();
            if (buf.length > KEPT) {
                buf = new byte[KEPT];
            }
        }
    }

    /// What lines are told to.
    interface Sink {
        /// @param bytes without `\n` and a `\r` before it
        /// @param offset of its first byte in the stream
        void line(byte[] bytes, long offset);

        /// What stands after the last line end, when the stream is over.
        ///
        /// @return whether it may pass for a line
        default boolean unended(byte[] bytes, long offset) {
            line(bytes, offset);
            return true;
        }

        /// A line over the limit, as much of it as there was.
        void tooLong(byte[] head, byte[] tail, long length, long offset);
    }

    /// Why reading came to its end.
    enum End {
        END_OF_STREAM,
        WITHIN_A_LINE,
        /// The end of a line was not found within ten times the limit.
        ENDLESS_LINE
    }

    LineReader(InputStream in, int limit, Sink sink) {
        this.in = in;
        this.limit = limit;
        this.sink = sink;
    }

    /// Whether the end of a line of this length is looked for no further.
    static boolean isEndless(int limit, long length) {
        return length > (long) limit * SKIPPED;
    }

    /// How many bytes came after the last line end, once nothing follows them. For any thread.
    long unfinished() {
        return System.nanoTime() - lastRead > QUIET_NANOS ? unfinished : 0;
    }

    /// Reads until the end. A failing read counts as the end. After an endless line it may be
    /// called again, and takes what follows for another line.
    End run() {
        while (true) {
            int count;
            try {
                count = in.read(buffer);
            } catch (IOException e) {
                count = -1;
            }
            if (count < 0) {
                return atEnd();
            }
            take(count);
            lastRead = System.nanoTime();
            unfinished = skipped > 0 ? skipped : line.size();
            if (isEndless(limit, skipped)) {
                sink.tooLong(head, tail, skipped, lineOffset);
                lineOffset += skipped;
                skipped = 0;
                return End.ENDLESS_LINE;
            }
        }
    }

    private End atEnd() {
        if (skipped > 0) {
            sink.tooLong(head, tail, skipped, lineOffset);
            return End.WITHIN_A_LINE;
        }
        if (line.size() > 0) {
            return sink.unended(line.toByteArray(), lineOffset)
                    ? End.END_OF_STREAM
                    : End.WITHIN_A_LINE;
        }
        return End.END_OF_STREAM;
    }

    private void take(int count) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                endLine(from, i);
                from = i + 1;
            }
        }
        if (from < count) {
            append(from, count);
        }
    }

    private void endLine(int from, int to) {
        long length;
        if (skipped == 0 && line.size() == 0 && to - from <= limit) {
            length = (long) to - from;
            sink.line(withoutReturn(Arrays.copyOfRange(buffer, from, to)), lineOffset);
        } else {
            append(from, to);
            length = skipped > 0 ? skipped : line.size();
            if (skipped > 0) {
                sink.tooLong(head, tail, skipped, lineOffset);
            } else {
                sink.line(withoutReturn(line.toByteArray()), lineOffset);
            }
        }
        lineOffset += length + 1;
        line.reset();
        skipped = 0;
    }

    private static byte[] withoutReturn(byte[] bytes) {
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes;
    }

    private void append(int from, int to) {
        int count = to - from;
        if (skipped == 0 && line.size() + count <= limit) {
            line.write(buffer, from, count);
            return;
        }
        if (skipped == 0) {
            line.write(buffer, from, count);
            byte[] all = line.toByteArray();
            head = Arrays.copyOf(all, Math.min(ENDS, all.length));
            tail = Arrays.copyOfRange(all, Math.max(0, all.length - ENDS), all.length);
            skipped = all.length;
            line.reset();
            return;
        }
        byte[] joined = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(buffer, from, joined, tail.length, count);
        tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - ENDS), joined.length);
        skipped += count;
    }
}
