package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireLog;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.SpanId;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import okhttp3.Headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A link to a server that answers from a list, and what goes over it on the test's own thread.
final class LinkRun implements AutoCloseable {
    static final String RESULT = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";
    private static final byte[] CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}".getBytes(UTF_8);

    final MockWebServer server = new MockWebServer();
    final EventLog log = new EventLog();
    final WireLog told = new WireLog();
    final Link link;

    LinkRun() {
        this(Map.of(), Limits.DEFAULT);
    }

    LinkRun(Map<String, String> headers, Limits limits) {
        this(headers, limits, HttpAuthorization.NONE);
    }

    LinkRun(Map<String, String> headers, Limits limits, HttpAuthorization authorization) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SecretHeaders secrets = new SecretHeaders(headers);
        link =
                new Link(
                        new ServerConfig.Http("s", server.url("/mcp").uri(), headers),
                        server.url("/mcp"),
                        new EnvironmentProxies(Map.of()),
                        limits,
                        new FrameLog("c", "s", log, secrets),
                        secrets,
                        told,
                        authorization);
        link.changeSession(none -> new HttpSession("sid", "2025-11-25", false));
    }

    /// The next answer.
    void answer(int status, String headers, String body) {
        MockResponse.Builder builder = new MockResponse.Builder().code(status).body(body);
        Headers.Builder all = new Headers.Builder();
        headers.lines().forEach(all::add);
        all.add("Content-Length", Integer.toString(body.getBytes(UTF_8).length));
        server.enqueue(builder.headers(all.build()).build());
    }

    /// The next answer, an event stream.
    void events(String stream) {
        answer(200, "Content-Type: text/event-stream", stream);
    }

    /// Sends a call that is awaited until its result comes.
    Optional<WireFault> call(Cancellation cancellation) {
        WireMessage message = message(WireMessage.Kind.REQUEST, "tools/call");
        told.awaiting(message);
        return new HttpExchange(link, message, cancellation).run();
    }

    Optional<WireFault> call() {
        return call(new Pauses(20));
    }

    static WireMessage message(WireMessage.Kind kind, String method) {
        return new WireMessage(kind, SpanId.random(), method, "", CALL);
    }

    /// What was received, in order.
    List<RecordedRequest> requests() throws InterruptedException {
        List<RecordedRequest> all = new ArrayList<>();
        while (all.size() < server.getRequestCount()) {
            RecordedRequest request = server.takeRequest(60, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("a request is missing");
            }
            all.add(request);
        }
        return all;
    }

    @Override
    public void close() {
        link.close();
        server.close();
    }
}
