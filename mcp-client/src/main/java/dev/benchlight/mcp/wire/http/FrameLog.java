package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.RoomWait;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.TraceRecorder;

import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicLong;

/// Records the frames of one connection and numbers them. Header values that look secret are
/// masked. Thread-safe.
final class FrameLog {
    private final String connection;
    private final String where;
    private final TraceRecorder recorder;
    private final RoomWait room;
    private final SecretHeaders secrets;
    private final AtomicLong sequence = new AtomicLong();

    FrameLog(String connection, String where, TraceRecorder recorder, SecretHeaders secrets) {
        this.connection = connection;
        this.where = where;
        this.recorder = recorder;
        this.room = new RoomWait(recorder);
        this.secrets = secrets;
    }

    String connection() {
        return connection;
    }

    void requestHead(@Nullable SpanId span, Request request) {
        StringBuilder head = new StringBuilder(256);
        head.append(request.method()).append(' ').append(secrets.mask(request.url())).append('\n');
        append(head, request.headers());
        record(span, Direction.SENT, Channel.HTTP_REQUEST_HEAD, head.toString().getBytes(UTF_8));
    }

    void requestBody(@Nullable SpanId span, byte[] body) {
        record(span, Direction.SENT, Channel.HTTP_REQUEST_BODY, body);
    }

    void responseHead(@Nullable SpanId span, Response response) {
        StringBuilder head = new StringBuilder(256);
        head.append(response.protocol()).append(' ').append(response.code());
        if (!response.message().isEmpty()) {
            head.append(' ').append(response.message());
        }
        append(head.append('\n'), response.headers());
        record(
                span,
                Direction.RECEIVED,
                Channel.HTTP_RESPONSE_HEAD,
                head.toString().getBytes(UTF_8));
    }

    /// @param length of the whole, of which `body` may be the beginning
    FrameId responseBody(@Nullable SpanId span, byte[] body, long length) {
        return record(span, Direction.RECEIVED, Channel.HTTP_RESPONSE_BODY, body, length, 0);
    }

    /// @param length of the whole, of which `raw` may be the beginning
    FrameId event(@Nullable SpanId span, byte[] raw, long length, long offset) {
        room.await();
        return record(span, Direction.RECEIVED, Channel.SSE_EVENT, raw, length, offset);
    }

    /// How long events had to wait to be recorded.
    long heldNanos() {
        return room.nanos();
    }

    void note(@Nullable SpanId span, SpanNote.Type type, String text, @Nullable String data) {
        if (span != null) {
            recorder.record(new SpanNote(span, type, text, data, null, Moment.now()));
        }
    }

    private void append(StringBuilder head, Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            head.append(headers.name(i)).append(": ");
            head.append(secrets.mask(headers.name(i), headers.value(i))).append('\n');
        }
    }

    private FrameId record(
            @Nullable SpanId span, Direction direction, Channel channel, byte[] bytes) {
        return record(span, direction, channel, bytes, bytes.length, 0);
    }

    private FrameId record(
            @Nullable SpanId span,
            Direction direction,
            Channel channel,
            byte[] bytes,
            long length,
            long offset) {
        FrameId id = new FrameId(connection, sequence.incrementAndGet());
        recorder.record(
                new Frame(
                        id, span, where, direction, channel, bytes, length, offset, Moment.now()));
        return id;
    }
}
