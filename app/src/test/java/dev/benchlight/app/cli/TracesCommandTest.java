package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

class TracesCommandTest {
    @TempDir Path folder;

    @Test
    void aCallIsListedAndShownWithWhatWasSentAndReceived() {
        call();

        CommandRun list = CommandRun.of(folder, "traces", "list", "--json");
        assertThat(list.exit()).isZero();
        JsonNode row =
                list.json()
                        .at("/result/traces")
                        .valueStream()
                        .filter(trace -> trace.path("method").asString().equals("tools/call"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.path("name").asString()).isEqualTo("echo");
        assertThat(CommandRun.of(folder, "traces", "list").out()).contains("tools/call");

        String id = row.path("id").asString();
        CommandRun show = CommandRun.of(folder, "traces", "show", id, "--json");
        assertThat(show.exit()).isZero();
        List<String> directions =
                show.json()
                        .at("/result/frames")
                        .valueStream()
                        .map(frame -> frame.path("direction").asString())
                        .toList();
        assertThat(directions).contains("sent", "received");
        assertThat(CommandRun.of(folder, "traces", "show", id).out())
                .contains("\"message\":\"hi\"")
                .contains("Echo: hi");
        assertThat(CommandRun.of(folder, "traces", "show", "nosuch").exit()).isEqualTo(2);
    }

    @Test
    void aCorruptDatabaseIsKeptAsideAndTheCallIsRecordedAnew() throws IOException {
        call();
        Path data = folder.resolve("xdg/benchlight");
        Path database;
        try (Stream<Path> files = Files.list(data)) {
            database =
                    files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
        }
        Files.writeString(database, "this is not a database, only text ".repeat(500));

        CommandRun run = call();

        assertThat(run.json().at("/warnings/0/code").asString()).isEqualTo("trace-store");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).anyMatch(file -> file.toString().contains(".corrupt-"));
        }
        assertThat(CommandRun.of(folder, "traces", "list").out()).contains("tools/call");
    }

    @Test
    void aFrameWhoseBytesWereGivenUpSaysSo() throws SQLException {
        call();
        Path database = folder.resolve("xdg/benchlight/traces.db");
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = file.createStatement()) {
            statement.execute(
                    "UPDATE frame SET bytes = x'', length = 5000 WHERE channel = 'HTTP_RESPONSE_BODY'");
        }
        String id =
                CommandRun.of(folder, "traces", "search", "echo", "--json")
                        .json()
                        .at("/result/traces/0/id")
                        .asString();

        JsonNode frames =
                CommandRun.of(folder, "traces", "show", id, "--json").json().at("/result/frames");
        assertThat(frames.valueStream().map(frame -> frame.path("kept").asBoolean()))
                .contains(true, false);
        JsonNode gone =
                frames.valueStream()
                        .filter(frame -> !frame.path("kept").asBoolean())
                        .findFirst()
                        .orElseThrow();
        assertThat(gone.path("length").asInt()).isEqualTo(5_000);
        assertThat(gone.path("text").asString()).isEmpty();
        assertThat(CommandRun.of(folder, "traces", "show", id).out())
                .contains("[5,000 bytes, given up for newer ones]");
    }

    private CommandRun call() {
        try (FaultyHttpServer server = FaultyHttpServer.start("ok")) {
            CommandRun run =
                    CommandRun.of(
                            folder,
                            "call",
                            server.url().toString(),
                            "echo",
                            "--arg",
                            "message=hi",
                            "--json");
            assertThat(run.exit()).as(run.out()).isZero();
            return run;
        }
    }
}
