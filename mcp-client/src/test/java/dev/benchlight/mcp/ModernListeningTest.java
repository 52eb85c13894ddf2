package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Changes that the second TypeScript SDK's server tells of.
class ModernListeningTest {
    private static final String COUNTER = "test://counter";

    private final EventLog log = new EventLog();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Optional<Process> process = Optional.empty();

    @AfterEach
    void end() {
        process.ifPresent(Process::destroy);
    }

    @Test
    void ofListsAndResourcesAreHeardOverHttp() throws IOException {
        List<String> command = NpmServers.modern("http", "modern", "changing");
        Process started = new ProcessBuilder(command).start();
        process = Optional.of(started);
        String url = started.inputReader().readLine();
        hears(new ServerConfig.Http("modern", URI.create(url), Map.of()));
    }

    @Test
    void ofListsAndResourcesAreHeardOverStdio() {
        List<String> command = NpmServers.modern("stdio", "modern", "changing");
        hears(
                new ServerConfig.Stdio(
                        "modern",
                        command.getFirst(),
                        command.subList(1, command.size()),
                        Map.of(),
                        null));
    }

    private void hears(ServerConfig config) {
        SessionListener listener =
                new SessionListener() {
                    @Override
                    public void notified(String method, JsonNode params) {
                        heard.add(method + " " + params.path("uri").asString(""));
                    }
                };
        try (McpSession session =
                new McpSession(
                        config, SessionOptions.DEFAULT, ClientHandlers.NONE, log, listener)) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            assertThat(session.subscribe(COUNTER, CallOptions.DEFAULT).await())
                    .isInstanceOf(Outcome.Ok.class);
            call(session, "touch");
            heard("notifications/resources/updated " + COUNTER);
            call(session, "grow");
            heard("notifications/tools/list_changed ");
            assertThat(session.listTools(CallOptions.DEFAULT).await())
                    .isInstanceOfSatisfying(
                            Outcome.Ok.class,
                            ok -> assertThat(ok.value().toString()).contains("grown"));
            assertThat(session.unsubscribe(COUNTER, CallOptions.DEFAULT).await())
                    .isInstanceOf(Outcome.Ok.class);
            assertThat(session.warnings()).isEmpty();
            assertThat(log.violations()).isEmpty();
        }
    }

    private static void call(McpSession session, String tool) {
        JsonNode none = JsonMapper.shared().createObjectNode();
        assertThat(session.callTool(tool, none, CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
    }

    private void heard(String notification) {
        Await.until(notification, () -> heard.contains(notification));
    }
}
