package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.NpmServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Tasks on the command line, of a server whose tool `slow` becomes one.
class TaskCommandTest {
    @TempDir Path folder;
    private final Process server;
    private String url = "";

    TaskCommandTest() throws IOException {
        server =
                new ProcessBuilder(NpmServers.modern("http", "modern", "tasks"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
    }

    @BeforeEach
    void address() throws IOException {
        url = server.inputReader().readLine();
    }

    @AfterEach
    void end() {
        server.destroy();
    }

    private CommandRun run(String... words) {
        return CommandRun.of(folder, words);
    }

    @Test
    void aCallWaitsForItsTaskAndTellsItsStates() {
        CommandRun run = run("call", url, "slow", "--verbose");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("Dug\n");
        assertThat(run.err().lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("task ä-1 working").endsWith("· Digging"))
                .anySatisfy(line -> assertThat(line).startsWith("task ä-1 completed · polled"));
        assertThat(run("call", url, "slow").err()).isEmpty();
    }

    @Test
    void aTaskThatOutlivesItsCallIsTakenUpAgainByItsId() {
        CommandRun left =
                run("call", url, "slow", "--arg", "polls=8", "--max-time", "1s", "--json");

        assertThat(left.exit()).isEqualTo(4);
        JsonNode error = left.json().path("error");
        assertThat(error.path("code").asString()).isEqualTo("task-outlived-call");
        String id = error.at("/details/taskId").asString();
        assertThat(id).isEqualTo("ä-1");
        assertThat(error.path("hint").asString()).contains("benchlight task");
        CommandRun taken = run("task", url, id);
        assertThat(taken.out()).isEqualTo("Dug\n");
        assertThat(run("task", url, "unknown").exit()).isEqualTo(5);
    }

    @Test
    void aTaskIsCancelledByItsId() {
        run("call", url, "slow", "--arg", "polls=1000", "--max-time", "1s");

        assertThat(run("task", url, "ä-1", "--cancel").out())
                .isEqualTo("The server was told to cancel task ä-1.\n");
        CommandRun after = run("task", url, "ä-1");
        assertThat(after.exit()).isEqualTo(130);
        assertThat(after.err()).contains("the server cancelled task ä-1");
    }

    @Test
    void aTaskIsWantedOnlyOfToolsThatMayBeOne() {
        CommandRun run = run("call", url, "echo", "--arg", "message=hi", "--task");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("The tool echo cannot be called as a task.");
    }

    @Test
    void thePageOfAToolIsReadAsSourceWithItsFindings() {
        CommandRun run = run("read", url, "ui://modern/chart");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("<!doctype html>");
        assertThat(run.err())
                .contains("connectDomains has what is no origin", "refers to tracker.example");
    }

    @Test
    void theReportTellsOfExtensions() {
        assertThat(run("inspect", url).out())
                .contains("io.modelcontextprotocol/tasks (in use)")
                .contains("io.modelcontextprotocol/ui (client only)");
        JsonNode all = run("inspect", url, "--json").json().at("/result/extensions");
        assertThat(List.copyOf(all.findValuesAsString("id")))
                .containsExactly("io.modelcontextprotocol/tasks", "io.modelcontextprotocol/ui");
        assertThat(all.path(0).path("negotiated").asBoolean()).isTrue();
        assertThat(all.path(1).path("negotiated").asBoolean()).isFalse();
    }
}
