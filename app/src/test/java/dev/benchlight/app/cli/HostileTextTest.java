package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text that steers a terminal, from wherever it comes, is printed so that it does not.
class HostileTextTest {
    /// Writes to the clipboard, sets the title, colours, rings; as C0 and as C1.
    private static final String EVIL =
            "\u001b]52;c;cm0gLXJm\u0007 \u001b]0;t\u0007 \u001b[31m \u009b2J \u202e \ud800 \u0000";

    private static final String STEERING = "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202e]";

    private static final String JSON = JsonMapper.shared().writeValueAsString("x" + EVIL);

    @TempDir Path folder;
    private CatalogueServer server;

    @BeforeEach
    void start() throws IOException {
        String schema = "{\"type\": \"object\", \"properties\": {%s: {\"type\": \"number\"}}}";
        server =
                new CatalogueServer("{\"tools\": {}, \"prompts\": {}, \"resources\": {}}")
                        .on(
                                "tools/list",
                                "{\"tools\": [{\"name\": %s, \"description\": %s, \"inputSchema\": %s}, {\"name\": \"t\", \"inputSchema\": %s}]}"
                                        .formatted(
                                                JSON,
                                                JSON,
                                                schema.formatted(JSON),
                                                schema.formatted(JSON)))
                        .on(
                                "resources/templates/list",
                                "{\"resourceTemplates\": %s}".formatted(JSON))
                        .on(
                                "resources/list",
                                "{\"resources\": [{\"uri\": %s, \"name\": %s}], \"nextCursor\": %s}"
                                        .formatted(JSON, JSON, JSON))
                        .on(
                                "tools/call",
                                "{\"isError\": true, \"structuredContent\": {%s: %s}, \"content\": [{\"type\": \"text\", \"text\": %s}, {\"type\": %s}, {\"type\": \"image\", \"mimeType\": %s, \"data\": %s}]}"
                                        .formatted(JSON, JSON, JSON, JSON, JSON, JSON))
                        .on(
                                "prompts/get",
                                "{\"messages\": [{\"role\": %s, \"content\": {\"type\": \"text\", \"text\": %s}}]}"
                                        .formatted(JSON, JSON))
                        .on(
                                "resources/read",
                                "{\"contents\": [{\"uri\": %s, \"text\": %s}, {\"uri\": %s}]}"
                                        .formatted(JSON, JSON, JSON));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatAServerSentCannotSteerTheTerminal() {
        harmless("list", server.url());
        harmless("call", server.url(), "t");
        harmless("call", server.url(), "x", "--verbose");
        harmless("call", server.url(), "t", "--arg", "x" + EVIL + "=1");
        harmless("prompt", server.url(), "p");
        harmless("read", server.url(), "u");
        harmless("inspect", server.url());
        harmless("traces", "list", "--limit", "100");
        harmless("traces", "search", "t");
        CommandRun list = CommandRun.of(folder, "traces", "search", "tools/call", "--json");
        harmless("traces", "show", list.json().at("/result/traces/0/id").asString());
    }

    @Test
    void whatAProcessOrAFileSaidCannotEither() throws IOException {
        String program = "printf '\\033]0;t\\007 \\302\\2332J\\n' >&2; exit 3";
        harmless("list", "--verbose", "--stdio", "--", "sh", "-c", program);
        Files.createDirectories(folder.resolve("servers"));
        Files.writeString(
                folder.resolve("servers/a.yaml"),
                "name: \"x\\e]0;t\\a\"\ncommand: \"no\\e[31m\"\nargs: [\"\\x9b2J\"]\n");
        Files.writeString(folder.resolve("servers/b.yaml"), "\"k\\e[31m\": 1\n\"k\\e[31m\": 2\n");
        String workspace = folder.toString();
        harmless("list", "x\u001b]0;t\u0007", "--workspace", workspace);
        harmless("trust", "x\u001b]0;t\u0007", "--workspace", workspace);
        harmless("list", "x\u001b]0;t\u0007", "--workspace", workspace);
        harmless("list", "b", "--workspace", workspace);
    }

    @Test
    void noLineTypedCanEither() {
        harmless("x" + EVIL);
        harmless("--x" + EVIL);
        harmless("list", "x" + EVIL);
        harmless("list", "http://x" + EVIL);
        harmless("list", server.url(), "x" + EVIL);
        harmless("list", server.url(), "--timeout", EVIL);
        harmless("list", "y", "--workspace", "x\u001b]0;t\u0007");
        harmless("call", server.url(), "t", "--args", "@" + "x\u001b]0;t\u0007");
        harmless("call", server.url(), "t", "--args", EVIL);
        harmless("read", "--stdio", "--", "x\u001b]0;t\u0007");
    }

    private void harmless(String... line) {
        CommandRun text = CommandRun.of(folder, line);
        assertThat(text.exit()).as(text.err()).isNotEqualTo(Exit.BUG);
        assertThat(text.out() + text.err()).doesNotContainPattern(STEERING);

        String[] asJson = new String[line.length + 1];
        asJson[0] = "--json";
        System.arraycopy(line, 0, asJson, 1, line.length);
        CommandRun json = CommandRun.of(folder, asJson);
        assertThat(json.out() + json.err()).doesNotContainPattern(STEERING);
        assertThat(json.json().isObject()).isTrue();
    }
}
