package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// What a server says beside an error status reaches who has to mend it.
class AnswerBodyTest {
    private static final String SECRET = "sk-live-0123456789";

    @TempDir Path folder;

    private CommandRun list(int status, String body, String... options) throws IOException {
        try (CatalogueServer server = new CatalogueServer("{\"tools\": {}}")) {
            server.refusing("tools/list", status, body);
            String[] line = new String[options.length + 5];
            line[0] = "list";
            line[1] = server.url();
            line[2] = "tools";
            line[3] = "--header";
            line[4] = "Authorization: Bearer " + SECRET;
            System.arraycopy(options, 0, line, 5, options.length);
            return CommandRun.of(folder, line);
        }
    }

    @Test
    void itIsShownBelowTheError() throws IOException {
        CommandRun run = list(500, "database is locked\n\n  at line 3\n");

        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("error: The server answered HTTP 500 Internal Server Error.\n")
                .contains("hint: What the server says of it is in the body of its answer.\n")
                .endsWith("body: database is locked\nbody:   at line 3\n");
    }

    @Test
    void itStandsInTheDetailsOfTheJson() throws IOException {
        CommandRun run = list(418, "short and stout", "--json");

        assertThat(run.json().at("/error/details/status").asInt()).isEqualTo(418);
        assertThat(run.json().at("/error/details/body").asString()).isEqualTo("short and stout");
    }

    @Test
    void twoKilobytesAndTenLinesOfItAreEnough() throws IOException {
        String body = "x\n".repeat(2_000);

        assertThat(list(500, body).err())
                .endsWith("body: x\n".repeat(10) + "body: … --json shows more of it\n");
        assertThat(list(500, body, "--json").json().at("/error/details/body").asString())
                .isEqualTo("x\n".repeat(1_024));
    }

    @Test
    void itsSecretsAreBlottedOutAndItsControlCharactersAreVisible() throws IOException {
        String body = "no key " + SECRET + " \u001b]0;t\u0007\n";
        String blots = "*".repeat(SECRET.length());

        assertThat(list(403, body).err())
                .contains("body: no key " + blots + " \\u001b]0;t\\u0007\n")
                .doesNotContain(SECRET);
        CommandRun json = list(403, body, "--json");
        assertThat(json.out()).doesNotContain(SECRET).doesNotContain("\u001b");
        assertThat(json.json().at("/error/details/body").asString())
                .isEqualTo(body.replace(SECRET, blots));
    }

    @Test
    void whereThereIsNoneTheHintSaysSo() throws IOException {
        assertThat(list(500, "").err())
                .endsWith("hint: The server says no more; its own log may.\n");
    }
}
