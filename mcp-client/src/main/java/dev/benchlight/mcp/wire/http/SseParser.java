package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/// A push parser of `text/event-stream` after the rules of the HTML standard ("Interpreting an
/// event stream"). Bytes may be split anywhere. It holds one block at a time, and no more than the
/// limit. Not thread-safe.
final class SseParser {
    private static final byte[] EMPTY = {};

    private final int limit;
    private final Consumer<SseEvent> sink;

    private byte[] block = new byte[512];
    private int length;
    private int lineStart;
    private boolean hasFields;
    private boolean skipLineFeed;
    private long position;
    private int bomMatched;

    private String type = "";
    private int dataLines;
    private int dataStart;
    private int dataEnd;
    private byte[] joined = EMPTY;
    private int joinedLength;
    private @Nullable String id;
    private @Nullable Duration retry;

    /// @param limit bytes of one block
    SseParser(int limit, Consumer<SseEvent> sink) {
        this.limit = limit;
        this.sink = sink;
    }

    /// A block grew over the limit; nothing more can be parsed.
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("server-sent event over the limit");
        }
    }

    void feed(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int from = offset;
        if (position < 3 && bomMatched >= 0) {
            from = skipBom(bytes, offset, end);
        }
        while (from < end) {
            if (skipLineFeed) {
                skipLineFeed = false;
                if (bytes[from] == '\n') {
                    lineFeedAfterReturn(bytes, from);
                    from++;
                    continue;
                }
            }
            int lineEnd = from;
            while (lineEnd < end && bytes[lineEnd] != '\n' && bytes[lineEnd] != '\r') {
                lineEnd++;
            }
            append(bytes, from, lineEnd - from);
            if (lineEnd == end) {
                return;
            }
            skipLineFeed = bytes[lineEnd] == '\r';
            endLine(bytes, lineEnd);
            from = lineEnd + 1;
        }
    }

    /// What came after the last empty line. By the standard it is no event, but it tells where a
    /// stream was cut.
    byte[] rest() {
        return Arrays.copyOf(block, length);
    }

    /// Where the bytes of [#rest()] begin.
    long restOffset() {
        return position - length;
    }

    private int skipBom(byte[] bytes, int offset, int end) {
        byte[] bom = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        int from = offset;
        while (from < end && bomMatched < 3 && bytes[from] == bom[bomMatched]) {
            bomMatched++;
            position++;
            from++;
        }
        if (bomMatched == 3) {
            bomMatched = -1;
        } else if (from < end) {
            int matched = bomMatched;
            bomMatched = -1;
            position -= matched;
            append(bom, 0, matched);
        }
        return from;
    }

    private void append(byte[] bytes, int offset, int count) {
        if (count > limit - length) {
            throw new TooLargeException();
        }
        if (length + count > block.length) {
            block = Arrays.copyOf(block, Math.max(length + count, block.length * 2));
        }
        System.arraycopy(bytes, offset, block, length, count);
        length += count;
        position += count;
    }

    /// The second half of a CRLF belongs to the line before, which may have ended a block already.
    private void lineFeedAfterReturn(byte[] bytes, int at) {
        if (length == 0) {
            position++;
        } else {
            append(bytes, at, 1);
            lineStart = length;
        }
    }

    private void endLine(byte[] bytes, int terminator) {
        if (length == lineStart) {
            if (length > 0) {
                emit();
            }
            position++;
            return;
        }
        boolean comment = block[lineStart] == ':';
        if (comment && !hasFields) {
            emit();
            position++;
            return;
        }
        if (!comment) {
            hasFields = true;
            field(lineStart, length);
        }
        append(bytes, terminator, 1);
        lineStart = length;
    }

    private void field(int start, int end) {
        int colon = start;
        while (colon < end && block[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, end);
        if (value < end && block[value] == ' ') {
            value++;
        }
        switch (text(start, colon)) {
            case "data" -> data(value, end);
            case "event" -> type = text(value, end);
            case "id" -> {
                String newId = text(value, end);
                if (newId.indexOf('\0') < 0) {
                    id = newId;
                }
            }
            case "retry" -> retry(text(value, end));
            default -> {
                // Unknown fields are ignored, as the standard says; they stand in the raw block.
            }
        }
    }

    private void data(int start, int end) {
        dataLines++;
        if (dataLines == 1) {
            dataStart = start;
            dataEnd = end;
            return;
        }
        if (dataLines == 2) {
            joinedLength = 0;
            join(dataStart, dataEnd);
        }
        int needed = joinedLength + 1;
        if (needed > joined.length) {
            joined = Arrays.copyOf(joined, needed * 2);
        }
        joined[joinedLength++] = '\n';
        join(start, end);
    }

    private void join(int start, int end) {
        int needed = joinedLength + end - start;
        if (needed > joined.length) {
            joined = Arrays.copyOf(joined, Math.max(needed, joined.length * 2));
        }
        System.arraycopy(block, start, joined, joinedLength, end - start);
        joinedLength = needed;
    }

    private void retry(String value) {
        if (!value.isEmpty()
                && value.length() <= 9
                && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            retry = Duration.ofMillis(Long.parseLong(value));
        }
    }

    private String text(int start, int end) {
        return new String(block, start, end - start, UTF_8);
    }

    private void emit() {
        byte[] raw = Arrays.copyOf(block, length);
        byte[] data =
                dataLines <= 1
                        ? Arrays.copyOfRange(block, dataStart, dataEnd)
                        : Arrays.copyOf(joined, joinedLength);
        String name = type.isEmpty() ? "message" : type;
        SseEvent event = new SseEvent(raw, position - raw.length, name, data, id, retry);
        reset();
        sink.accept(event);
    }

    private void reset() {
        length = 0;
        lineStart = 0;
        hasFields = false;
        type = "";
        dataLines = 0;
        dataStart = 0;
        dataEnd = 0;
        joined = EMPTY;
        joinedLength = 0;
        id = null;
        retry = null;
        if (block.length > 1 << 16) {
            block = new byte[512];
        }
    }
}
