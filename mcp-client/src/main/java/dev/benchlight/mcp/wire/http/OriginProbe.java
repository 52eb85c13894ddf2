package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.Buffer;
import okio.BufferedSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Sends a server one request as a web page of another site would make a browser send it: with a
/// foreign `Origin`, or, after DNS rebinding, a foreign `Host`. Servers must refuse both
/// ("Transports", "Security Warning"). Of the answer only the status is looked at; what was sent
/// and came is recorded, each exchange as a span of its own. Waits for the network; thread-safe.
public final class OriginProbe implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    /// Of a body that nobody reads.
    private static final int MOST_RECORDED = 65_536;

    private final ServerConfig.Http config;
    private final OkHttpClient client;
    private final TraceRecorder recorder;
    private final FrameLog frames;
    private volatile boolean cancelled;

    /// @param environment read for the proxies
    /// @param timeout for each exchange
    public OriginProbe(
            ServerConfig.Http config,
            Map<String, String> environment,
            Duration timeout,
            TraceRecorder recorder) {
        this.config = config;
        this.recorder = recorder;
        this.frames =
                new FrameLog(
                        config.name() + "-probe-" + SpanId.random(),
                        config.name(),
                        recorder,
                        new SecretHeaders(config.headers()));
        // A connection opened under one name must not serve the next request.
        this.client =
                OutsideClient.of(config, environment, timeout)
                        .newBuilder()
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                        .build();
    }

    /// @param method of the message, for the record
    /// @param headers of the transport, such as `Mcp-Method`
    /// @param body of the POST
    /// @param origin for the header `Origin`, or null for none
    /// @param host for the header `Host`, or null for the server's own
    /// @return the status
    /// @throws IOException there was no answer
    public int status(
            String method,
            Map<String, String> headers,
            String body,
            @Nullable String origin,
            @Nullable String host)
            throws IOException {
        Request.Builder request = request().header("Accept", "application/json, text/event-stream");
        headers.forEach(request::header);
        String name = "";
        if (origin != null) {
            request.header("Origin", origin);
            name = "Origin: " + origin;
        }
        if (host != null) {
            request.header("Host", host);
            name = "Host: " + host;
        }
        byte[] bytes = body.getBytes(UTF_8);
        Answer answer =
                exchange(method, name, request.post(RequestBody.create(bytes, JSON)), bytes);
        leave(answer.session());
        return answer.status();
    }

    /// @param session the id that was given out, or null
    private record Answer(int status, @Nullable String session) {}

    private Request.Builder request() {
        Request.Builder request = new Request.Builder().url(config.url().toString());
        config.headers().forEach(request::header);
        return request;
    }

    private Answer exchange(String method, String name, Request.Builder builder, byte[] body)
            throws IOException {
        if (cancelled) {
            throw new InterruptedIOException("cancelled");
        }
        Request request = builder.build();
        SpanId span = SpanId.random();
        recorder.record(
                new SpanStarted(
                        span,
                        TraceId.random(),
                        null,
                        SpanKind.REQUEST,
                        method,
                        name,
                        config.name(),
                        frames.connection(),
                        Moment.now()));
        frames.requestHead(span, request);
        if (body.length > 0) {
            frames.requestBody(span, body);
        }
        try (Response response = client.newCall(request).execute()) {
            frames.responseHead(span, response);
            ended(span, SpanStatus.OK, "HTTP " + response.code(), body, read(span, response));
            return new Answer(response.code(), response.header(Link.SESSION_HEADER));
        } catch (IOException e) {
            ended(span, SpanStatus.TRANSPORT_ERROR, "no answer: " + e.getMessage(), body, 0);
            throw e;
        }
    }

    /// Records what there is of the body; a stream is left alone, since it may never end.
    ///
    /// @return its length
    private long read(SpanId span, Response response) {
        if (response.header("Content-Type", "").startsWith("text/event-stream")) {
            frames.note(
                    span, SpanNote.Type.STEP, "the answer is a stream, which was not read", null);
            return 0;
        }
        try (BufferedSource source = response.body().source()) {
            source.request(MOST_RECORDED);
            Buffer held = source.getBuffer();
            byte[] bytes = held.readByteArray(Math.min(MOST_RECORDED, held.size()));
            if (bytes.length > 0) {
                frames.responseBody(span, bytes, bytes.length);
            }
            return bytes.length;
        } catch (IOException e) {
            String why = "the body was not read to its end: " + e.getMessage();
            frames.note(span, SpanNote.Type.WARNING, why, null);
            return 0;
        }
    }

    private void ended(SpanId span, SpanStatus status, String summary, byte[] sent, long received) {
        recorder.record(new SpanEnded(span, status, summary, sent.length, received, Moment.now()));
    }

    /// Ends a session that the request began. The status is known by then, whatever comes of this.
    private void leave(@Nullable String session) {
        if (session == null) {
            return;
        }
        Request.Builder request = request().header(Link.SESSION_HEADER, session).delete();
        try {
            exchange("DELETE", "the session of a probe", request, new byte[0]);
        } catch (IOException e) {
            // It is in the trace; the server forgets the session by itself.
            return;
        }
    }

    /// Breaks off the exchange that runs, and lets no other begin.
    public void cancel() {
        cancelled = true;
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
