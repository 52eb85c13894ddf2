package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// How the result of a call is printed: everything once, and with what is to be said of it.
class CallResultTest {
    private static final String TOOL =
            """
            {"name": "mean", "inputSchema": {"type": "object"}, "outputSchema": {"type": "object",
             "properties": {"mean": {"type": "number"}, "of": {"type": "integer"}}}}
            """;

    @TempDir Path folder;
    private CatalogueServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CatalogueServer("{\"tools\": {}}").on("tools/list", tools(TOOL));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String tools(String tools) {
        return "{\"tools\": [" + tools + "]}";
    }

    private CommandRun call(String result, String... options) {
        server.on("tools/call", result);
        String[] line = new String[options.length + 3];
        line[0] = "call";
        line[1] = server.url();
        line[2] = "mean";
        System.arraycopy(options, 0, line, 3, options.length);
        return CommandRun.of(folder, line);
    }

    @Test
    void structuredContentThatATextRepeatsIsPrintedOnce() {
        CommandRun run =
                call(
                        """
                        {"content": [{"type": "text", "text": "{\\"mean\\": 2.50}"}],
                         "structuredContent": {"mean": 2.5}}
                        """);

        assertThat(run.out()).isEqualTo("{\"mean\": 2.50}\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void structuredContentThatSaysMoreIsPrintedToo() {
        CommandRun run =
                call(
                        """
                        {"content": [{"type": "text", "text": "The mean is 2.5."}],
                         "structuredContent": {"mean": 2.5}}
                        """);

        assertThat(run.out()).startsWith("The mean is 2.5.\n{").contains("\"mean\" : 2.5");
    }

    @Test
    void structuredContentIsHeldAgainstTheOutputSchema() {
        String result = "{\"content\": [], \"structuredContent\": {\"mean\": \"x\", \"of\": 0.5}}";

        CommandRun text = call(result);
        assertThat(text.exit()).isZero();
        assertThat(text.err())
                .startsWith(
                        "warning: the structured content does not match the tool's output schema (2"
                                + " times): at /")
                .endsWith("\n")
                .hasLineCount(1);
        CommandRun json = call(result, "--json");
        assertThat(json.json().at("/ok").asBoolean()).isTrue();
        assertThat(json.json().at("/warnings/0/code").asString())
                .isEqualTo("output-schema-mismatch");
        assertThat(json.json().at("/warnings/0/count").asInt()).isEqualTo(2);
        assertThat(json.json().at("/warnings/0/samples").toString())
                .contains("at /mean: Expected number")
                .contains("at /of: Expected integer");
    }

    @Test
    void structuredContentThatIsMissingIsWarnedOf() {
        CommandRun run = call("{\"content\": [{\"type\": \"text\", \"text\": \"x\"}]}");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "warning: the tool declares an output schema but sent no structured"
                                + " content\n");
        assertThat(call("{\"content\": []}", "--unchecked").err()).isEmpty();
    }

    @Test
    void whatAToolSaysOfItsErrorIsPrintedOnce() {
        String result =
                "{\"isError\": true, \"content\": [{\"type\": \"text\", \"text\": \"disk full\"}]}";

        CommandRun text = call(result);
        assertThat(text.exit()).isEqualTo(5);
        assertThat(text.out()).isEqualTo("disk full\n");
        assertThat(text.err()).isEqualTo("error: The tool mean reported an error.\n");
        assertThat(call(result, "--json").json().at("/error/message").asString())
                .isEqualTo("the tool reported an error: disk full");
    }

    @Test
    void anErrorWithoutATextSaysThat() {
        assertThat(call("{\"isError\": true, \"content\": []}").err())
                .isEqualTo("error: the tool reported an error: no text was given\n");
    }

    @Test
    void aTextThatEndsItsLineIsPrintedAsItIs() {
        assertThat(
                        call(
                                        "{\"content\": [{\"type\": \"text\", \"text\": \"a\\n\\n\"}]}",
                                        "--unchecked")
                                .out())
                .isEqualTo("a\n\n");
    }

    @Test
    void twoToolsOfOneNameAreWarnedOf() {
        server.on("tools/list", tools(TOOL + "," + TOOL.replace("number", "string")));

        CommandRun run = call("{\"content\": [], \"structuredContent\": {\"mean\": 1}}", "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.json().at("/warnings/0/code").asString()).isEqualTo("same-name");
        assertThat(run.json().at("/warnings/0/message").asString())
                .startsWith("The list has 2 tools named mean;");
        assertThat(run.json().path("warnings").size()).isEqualTo(1);
    }

    @Test
    void pagesThatHaveToBeOpenedFirstAreNamedInFullAndNotOpened() {
        String url = "https://example.test/connect?elicitationId=" + "e".repeat(3_000);
        server.refusing(
                "tools/call",
                400,
                """
                {"jsonrpc": "2.0", "id": null, "error": {"code": -32042, "message": "Sign in first",
                 "data": {"elicitations": [{"mode": "url", "elicitationId": "e", "url": "%s",
                  "message": "To see your files"}]}}}
                """
                        .formatted(url));
        CommandRun run = CommandRun.of(folder, "call", server.url(), "mean");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "Sign in first",
                        "page: " + url,
                        "To see your files",
                        "hint: Open the page");
    }
}
