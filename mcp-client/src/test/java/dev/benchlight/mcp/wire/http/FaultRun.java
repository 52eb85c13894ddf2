package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.TlsSettings;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A session with a faulty server, and what it makes of it.
final class FaultRun implements AutoCloseable {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    final FaultyHttpServer server;
    final EventLog log;
    final McpSession session;

    FaultRun(String mode) {
        this(FaultyHttpServer.start(mode), Map.of());
    }

    FaultRun(FaultyHttpServer server, Map<String, String> headers) {
        this(server, new ServerConfig.Http("faulty", server.url(), headers));
    }

    FaultRun(FaultyHttpServer server, URI url, @Nullable String certificate) {
        this(
                server,
                new ServerConfig.Http(
                        "faulty",
                        url,
                        Map.of(),
                        HttpAccess.DEFAULT.with(TlsSettings.pinning(certificate))));
    }

    private FaultRun(FaultyHttpServer server, ServerConfig.Http config) {
        this(server, config, SessionOptions.DEFAULT, Map.of());
    }

    /// @param environment read for proxies
    FaultRun(
            FaultyHttpServer server,
            ServerConfig.Http config,
            SessionOptions options,
            Map<String, String> environment) {
        this.server = server;
        log = new EventLog();
        session =
                new McpSession(
                        config,
                        options,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        new HttpWire(
                                config.name() + "-1", config, options.limits(), environment, log));
    }

    Outcome<ServerDescription> connect() {
        return session.connect().await();
    }

    /// Connects, and calls `echo` with `hi`.
    Outcome<ToolResult> call() {
        return call(new CallOptions(GENEROUS, GENEROUS, progress -> {}, null));
    }

    Outcome<ToolResult> call(CallOptions options) {
        assertThat(connect()).isInstanceOf(Outcome.Ok.class);
        return session.callTool(
                        "echo", JsonNodeFactory.instance.objectNode().put("message", "hi"), options)
                .await();
    }

    /// A call whose idle time is short.
    Outcome<ToolResult> impatientCall() {
        return call(new CallOptions(Duration.ofMillis(400), GENEROUS, progress -> {}, null));
    }

    static String text(Outcome<ToolResult> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        return ((Outcome.Ok<ToolResult>) outcome).value().json().at("/content/0/text").asString("");
    }

    /// The problem that a call in this mode comes to.
    static Problem problemOfCall(String mode, Class<?> kind, String code) {
        try (FaultRun run = new FaultRun(mode)) {
            return problem(run.call(), kind, code);
        }
    }

    static Problem problem(Outcome<?> outcome, Class<?> kind, String code) {
        assertThat(outcome).isInstanceOf(kind);
        Problem problem = ((Outcome.NotOk<?>) outcome).problem();
        assertThat(problem.code()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.message()).doesNotContain("Exception").isNotBlank();
        return problem;
    }

    List<String> warnings() {
        return session.warnings().stream().map(Warning::code).toList();
    }

    String frames(Channel channel) {
        return String.join(
                "\n---\n",
                log.frames().stream()
                        .filter(frame -> frame.channel() == channel)
                        .map(Frame::text)
                        .toList());
    }

    @Override
    public void close() {
        session.close();
        Await.until("all connections closed", () -> server.openConnections() == 0);
        server.close();
    }
}
