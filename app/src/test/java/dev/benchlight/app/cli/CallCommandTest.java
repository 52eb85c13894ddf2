package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is sent, and what is refused before anything is.
class CallCommandTest {
    @TempDir Path folder;
    private CatalogueServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                new CatalogueServer("{\"tools\": {}}")
                        .on(
                                "tools/list",
                                """
                                {"tools": [{"name": "echo", "inputSchema": {"type": "object",
                                 "properties": {"message": {"type": "string"},
                                  "number": {"type": "number"}}}}]}
                                """)
                        .on("tools/call", "{\"content\": []}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aToolThatIsNotListedIsNotCalledAndTheNearestIsNamed() {
        CommandRun run = call("ecko");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.json().at("/error/hint").asString())
                .contains("echo")
                .contains("--unchecked");
        assertThat(run.json().at("/trace/id").asString()).isNotEmpty();
        assertThat(server.received("tools/call")).isEmpty();
    }

    @Test
    void whatIsWrongWithTheListIsSaidWhetherTheToolIsThereOrNot() {
        server.on(
                "tools/list",
                "{\"tools\": [{\"name\": \"echo\", \"inputSchema\": {\"type\": \"object\"}}, 42]}");
        JsonNode listed =
                CommandRun.of(folder, "list", server.url(), "tools", "--json")
                        .json()
                        .at("/warnings/0");
        assertThat(listed.path("samples").toString()).contains("/tools/1");
        assertThat(call("echo").json().path("warnings").valueStream()).contains(listed);
        CommandRun missing = call("ecko");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.json().path("warnings").valueStream()).contains(listed);
    }

    @Test
    void noTraceIsNamedWhereNoneIsKept() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        List<List<String>> unkept = List.of(List.of("--no-trace"), List.of("--data", "" + file));
        for (List<String> options : unkept) {
            JsonNode trace = call("ecko", options.toArray(String[]::new)).json().path("trace");
            assertThat(trace.propertyNames()).containsExactly("durationMs");
        }
        String kept = call("ecko").json().at("/trace/id").asString();
        assertThat(CommandRun.of(folder, "traces", "show", kept).exit()).isZero();
    }

    @Test
    void uncheckedSendsWhatWasTypedWithoutAList() {
        CommandRun run =
                call(
                        "ecko",
                        "--unchecked",
                        "--arg",
                        "number=x",
                        "--arg",
                        "list=[1, true]",
                        "--arg",
                        "code=01");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(server.received("tools/list")).isEmpty();
        assertThat(server.received("tools/call").getFirst())
                .contains("\"name\":\"ecko\"")
                .contains("{\"number\":\"x\",\"list\":[1,true],\"code\":\"01\"}");
    }

    @Test
    void aListThatCannotBeHadIsTheOutcomeAndTheWayAroundIsNamed() throws IOException {
        try (CatalogueServer other = new CatalogueServer("{\"tools\": {}}")) {
            CommandRun run = CommandRun.of(folder, "call", other.url(), "echo", "--json");

            assertThat(run.exit()).isEqualTo(5);
            assertThat(run.json().at("/error/hint").asString()).contains("--unchecked");
            assertThat(other.received("tools/call")).isEmpty();
        }
    }

    @Test
    void aServerWithoutToolsIsNotAskedForThem() throws IOException {
        try (CatalogueServer none = new CatalogueServer("{}")) {
            CommandRun call = CommandRun.of(folder, "call", none.url(), "echo", "--json");
            assertThat(call.exit()).isEqualTo(2);

            CommandRun list = CommandRun.of(folder, "list", none.url(), "templates", "--json");
            assertThat(list.exit()).isZero();
            assertThat(list.json().at("/result/resourceTemplates").isArray()).isTrue();
            assertThat(list.json().at("/warnings/0/code").asString())
                    .isEqualTo("capability-missing");
            assertThat(list.json().at("/trace/id").asString()).isNotEmpty();
        }
    }

    @Test
    void numbersAndTextsAreSentAsTyped() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "\uFEFF{\"number\": 1.50e2}");

        assertThat(call("echo", "--args", "@" + file, "--arg", "message=Grüße 🎉").exit()).isZero();

        assertThat(server.received("tools/call").getFirst())
                .contains("\"arguments\":{\"number\":1.50e2,\"message\":\"Grüße 🎉\"}");
    }

    @Test
    void tenMegabytesOfArgumentsArrive() throws IOException {
        String text = "x".repeat(10_000_000);
        Path file = Files.writeString(folder.resolve("a.json"), "{\"message\": \"" + text + "\"}");

        assertThat(call("echo", "--args", "@" + file).exit()).isZero();

        assertThat(server.received("tools/call").getFirst()).contains(text);
    }

    @Test
    void argumentsThatCannotBeReadAreRefusedWithTheirPlace() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\n  \"a\": 1,\n  \"b\" 2}");
        Files.write(
                folder.resolve("latin.json"),
                "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        String deep = "[".repeat(2_000) + "]".repeat(2_000);

        refused("missing.json of --args cannot be read: no such file", "--args", "@missing.json");
        refused("latin.json of --args cannot be read: it is not UTF-8", "--args", "@latin.json");
        refused("broken.json is not valid JSON (line 3, column 7)", "--args", "@broken.json");
        refused("line 1, column 2", "--args", "{bad");
        refused("must be a JSON object", "--args", "[1]");
        refused("nested deeper", "--args", "{\"a\":" + deep + "}");
        refused("\"a\"", "--args", "{\"a\": 1, \"a\": 2}");
        refused("number is given twice", "--arg", "number=1", "--arg", "number=2");
        refused("number must be a number", "--arg", "number=many");
        refused("name=value", "--arg", "=x");
        assertThat(server.received("tools/call")).isEmpty();
    }

    @Test
    void anArgumentThatTheSchemaDoesNotNameIsSentWithAWarning() {
        CommandRun run = call("echo", "--arg", "massage=x");

        assertThat(run.exit()).isZero();
        assertThat(run.json().at("/warnings/0/code").asString()).isEqualTo("unknown-argument");
        assertThat(run.json().at("/warnings/0/message").asString())
                .contains("massage")
                .contains("Did you mean message?");
    }

    @Test
    void aSchemaThatTakesAnyNameStopsNothingButIsWarnedOf() {
        offer(",\"additionalProperties\": true");

        CommandRun run =
                CommandRun.of(
                        folder, "call", server.url(), "echo", "--arg", "message=a", "--arg", "x=1");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: ", "does not name the argument x", "message");
        assertThat(server.received("tools/call")).hasSize(1);
    }

    @Test
    void aSlipInANameIsToldWhetherOrNotTheSchemaTakesOtherNames() {
        for (String rest : List.of("", ",\"additionalProperties\": true")) {
            offer(rest);
            refused("There is no argument mesage; did you mean message?", "--arg", "mesage=x");
        }
        offer(",\"additionalProperties\": false");
        refused("There is no argument mesage; did you mean message?", "--arg", "mesage=x");
        refused(
                "There is no argument mesage; did you mean message?",
                "--args",
                "{\"message\": \"x\", \"mesage\": \"x\"}");
        assertThat(call("echo", "--arg", "zzzzzzzz=x").json().at("/error/message").asString())
                .isEqualTo("There is no argument zzzzzzzz.");
        assertThat(server.received("tools/call")).isEmpty();
    }

    private void offer(String rest) {
        server.on(
                "tools/list",
                """
                {"tools": [{"name": "echo", "inputSchema": {"type": "object",
                 "required": ["message"], "properties": {"message": {"type": "string"}}%s}}]}
                """
                        .formatted(rest));
    }

    @Test
    void wherePerhapsNotAllThatIsWrongIsKnownTheCountIsALeast() throws IOException {
        server.on(
                "tools/list",
                """
                {"tools": [{"name": "echo", "inputSchema": {"type": "object",
                 "properties": {"list": {"items": {"type": "string"}}}}}]}
                """);
        for (int count : List.of(7, 500, 5_000)) {
            String numbers = "1,".repeat(count - 1) + "1";
            Path file =
                    Files.writeString(folder.resolve("list.json"), "{\"list\": [" + numbers + "]}");
            refused(
                    count == 7 ? " And 2 more." : " And at least 495 more.",
                    "--args",
                    "@" + file.getFileName());
        }
    }

    @Test
    void aPromptTakesNoArgumentTwice() {
        CommandRun run =
                CommandRun.of(folder, "prompt", server.url(), "p", "--arg", "a=1", "--arg", "a=2");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("a is given twice");
    }

    private void refused(String words, String... options) {
        CommandRun run = call("echo", options);
        assertThat(run.exit()).as(run.out()).isEqualTo(2);
        assertThat(run.json().at("/error/message").asString()).contains(words);
    }

    private CommandRun call(String tool, String... options) {
        List<String> line = new ArrayList<>(List.of("call", server.url(), tool, "--json"));
        line.addAll(List.of(options));
        return CommandRun.of(folder, line.toArray(String[]::new));
    }
}
