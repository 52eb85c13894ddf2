package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyStdioServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `inspect` tries on servers of this machine (T9).
class ProbesTest {
    @TempDir Path folder;
    private CatalogueServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CatalogueServer("{\"tools\": {}}");
        server.on("tools/list", "{\"tools\": []}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatChecksOriginAndHostPasses() {
        JsonNode result = inspect();

        assertThat(codes(result))
                .doesNotContain("foreign-origin-accepted", "foreign-host-accepted");
        assertThat(steps(result))
                .contains(
                        "probe: Origin: http://evil.test ok HTTP 403",
                        "probe: Host: evil.test ok HTTP 403");
    }

    @Test
    void aServerThatTakesWhatAForeignPageSendsIsFound() {
        server.unguarded();

        JsonNode result = inspect();

        assertThat(codes(result)).contains("foreign-origin-accepted", "foreign-host-accepted");
        assertThat(steps(result))
                .contains(
                        "probe: Origin: http://evil.test failed HTTP 200",
                        "probe: Host: evil.test failed HTTP 200");
    }

    @Test
    void whatProbesSendAndHearIsInTheTraces() {
        inspect();

        JsonNode list =
                CommandRun.of(folder, "traces", "list", "--json").json().at("/result/traces");
        List<String> traces =
                list.valueStream()
                        .filter(trace -> trace.path("name").asString().contains("evil.test"))
                        .map(trace -> trace.path("id").asString())
                        .toList();
        assertThat(traces).as(list.toString()).hasSize(2);
        String shown = CommandRun.of(folder, "traces", "show", traces.getFirst(), "--json").out();
        assertThat(shown)
                .contains("Host: evil.test", "initialize", "HTTP 403")
                .contains("http-request-body", "http-response-head");
    }

    @Test
    void aSessionThatCannotBeEndedDoesNotHideThatAForeignPageWasTakenIn() {
        server.unguarded().sessionsWithoutEnd();

        assertThat(codes(inspect())).contains("foreign-origin-accepted", "foreign-host-accepted");
    }

    @Test
    void errorsAreAskedForAndCodesOutOfTheOrdinaryAreNoted() {
        JsonNode result = inspect();

        assertThat(steps(result)).contains("probe: an unknown method ok error -32601");
        assertThat(steps(result)).contains("probe: an unknown tool unusual error -32601");
        assertThat(result.path("notes").valueStream())
                .anyMatch(note -> note.path("code").asString().equals("wrong-error-code"));
        assertThat(server.received("tools/call")).hasSize(1);
    }

    @Test
    void anUnknownToolThatIsCalledAllTheSameIsFound() {
        server.on("tools/call", "{\"content\": []}");

        assertThat(codes(inspect())).contains("error-not-told");
    }

    @Test
    void nothingIsTriedWhereTheUserSaysSo() {
        JsonNode result = inspect("--no-probe");

        assertThat(steps(result)).noneMatch(step -> step.startsWith("probe"));
        assertThat(server.received("initialize")).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedOnce() {
        List<String> words =
                new ArrayList<>(List.of("inspect", "--json", "--timeout", "2s", "--stdio", "--"));
        words.addAll(FaultyStdioServer.command(FaultyStdioServer.FINE));

        JsonNode result = CommandRun.of(folder, words.toArray(String[]::new)).json().path("result");

        assertThat(codes(result)).contains("error-not-answered");
        assertThat(steps(result)).filteredOn(step -> step.startsWith("probe")).hasSize(1);
    }

    private JsonNode inspect(String... options) {
        List<String> words = new ArrayList<>(List.of("inspect", server.url(), "--json"));
        words.addAll(List.of(options));
        return CommandRun.of(folder, words.toArray(String[]::new)).json().path("result");
    }

    private static List<String> codes(JsonNode result) {
        return result.path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    private static List<String> steps(JsonNode result) {
        return result.path("steps")
                .valueStream()
                .map(step ->
                        step.path("step").asString()
                                + " "
                                + step.path("status").asString()
                                + " "
                                + step.path("evidence").asString(""))
                .toList();
    }
}
