package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.NpmServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What servers of both eras ask of the command line, and what options answer.
class OptionAnswersTest {
    @TempDir Path folder;

    private Peer modern() {
        return new Peer(folder, null, NpmServers.modern("stdio"));
    }

    private Peer legacy() {
        return new Peer(folder, null, NpmServers.everything("stdio"));
    }

    private static String text(CommandRun run) {
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run.json().at("/result/content/0/text").asString();
    }

    @Test
    void aModernServerIsUnderstoodAndGetsTheAnswerOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("answer.json"), "{\"name\":\"Jo\"}");
        CommandRun run = modern().run("call", "greet", "--json", "--elicit", "@" + file);

        assertThat(text(run)).endsWith("{\"action\":\"accept\",\"content\":{\"name\":\"Jo\"}}");
        assertThat(run.err()).contains("Who is there?", "{\"name\":\"Jo\"}");
        JsonNode report = modern().json("inspect").path("result");
        assertThat(report.path("revision").asString()).isEqualTo("2026-07-28");
        assertThat(report.path("era").asString()).isEqualTo("modern");
        assertThat(report.at("/steps").toString())
                .contains("\"modern\",\"evidence\":\"server/discover was answered\"");
    }

    @Test
    void ofALongAnswerTheBeginningIsTold() {
        String name = "x".repeat(1_000);
        CommandRun run =
                modern().run(
                                "call",
                                "greet",
                                "--json",
                                "--elicit",
                                "{\"name\":\"%s\"}".formatted(name));

        assertThat(text(run)).contains(name);
        assertThat(run.err()).contains("answered: {\"name\":\"xxx", "…").doesNotContain(name);
    }

    @Test
    void anAnswerThatDoesNotFitIsNotGiven() {
        CommandRun run = modern().run("call", "greet", "--json", "--elicit", "{\"name\":7}");

        assertThat(text(run)).contains("{\"action\":\"decline\"}");
        assertThat(run.err()).contains("declined: the answer does not fit what is asked: /name");
    }

    @Test
    void withoutTheOptionNothingIsOfferedAndTheCallSaysWhatIsMissing() {
        CommandRun run = modern().run("call", "greet", "--json", "--no-trace");

        assertThat(run.exit()).isNotZero();
        assertThat(run.json().at("/error/message").asString()).contains("elicitation");
    }

    @Test
    void aLegacyServerIsToldOfTheRootsAndAskedWithItsDefaults() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        CommandRun roots =
                legacy().run("call", "get-roots-list", "--json", "--root", shared.toString());
        assertThat(text(roots)).contains(shared.toUri().toString());

        JsonNode report = legacy().json("inspect", "--revision", "2025-06-18").path("result");
        assertThat(report.path("era").asString()).isEqualTo("legacy");
        assertThat(report.path("revision").asString()).isEqualTo("2025-06-18");
    }

    @Test
    void aModelIsPlayedByTheTextOrDeclined() {
        CommandRun said =
                legacy().run(
                                "call",
                                "trigger-sampling-request",
                                "--json",
                                "--arg",
                                "prompt=Hello?",
                                "--sampling",
                                "Hi there");
        assertThat(text(said)).contains("Hi there", "benchlight", "endTurn");
        assertThat(said.err()).contains("a model is asked", "Hello?", "answered: Hi there");

        CommandRun declined =
                legacy().run(
                                "call",
                                "trigger-sampling-request",
                                "--arg",
                                "prompt=Hello?",
                                "--sampling",
                                "decline");
        assertThat(declined.exit()).isEqualTo(5);
        assertThat(declined.out() + declined.err()).contains("rejected the sampling request");
    }

    @Test
    void aModernServerGetsAllThatItAsksForAtOnceAndNothingAfterARefusal() {
        CommandRun run = askAll("It is.");
        assertThat(text(run))
                .contains("\"name\":\"Jo\"", "\"text\":\"It is.\"", folder.toUri().toString());

        CommandRun refused = askAll("decline");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.json().at("/error/code").asString()).isEqualTo("input-refused");
    }

    private CommandRun askAll(String sampling) {
        String name = "{\"name\":\"Jo\"}";
        String root = folder.toString();
        return modern().run(
                        "call",
                        "ask-all",
                        "--json",
                        "--elicit",
                        name,
                        "--root",
                        root,
                        "--sampling",
                        sampling);
    }

    @Test
    void whatIsNoAnswerIsSaidBeforeAnythingStarts() {
        for (List<String> words :
                List.of(
                        List.of("--elicit", "maybe"),
                        List.of("--elicit", "{broken"),
                        List.of("--root", "nowhere"))) {
            CommandRun run = legacy().run("call", "echo", words.getFirst(), words.getLast());
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains(words.getFirst());
        }
    }
}
