package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `prompt` looks at before it asks.
class PromptCommandTest {
    @TempDir Path folder;
    private CatalogueServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                new CatalogueServer("{\"prompts\": {}}")
                        .on(
                                "prompts/list",
                                "{\"prompts\": [{\"name\": \"card\", \"arguments\":"
                                        + " [{\"name\": \"city\", \"required\": true},"
                                        + " {\"name\": \"name\", \"required\": true},"
                                        + " {\"name\": \"style\"}]}]}")
                        .on("prompts/get", "{\"messages\": []}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutAnArgumentThatIsRequiredNothingIsSent() {
        CommandRun run = run("card", "--arg", "style=plain", "--arg", "citi=Bern", "--json");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.json().at("/error/code").asString()).isEqualTo("missing-argument");
        assertThat(run.json().at("/error/message").asString())
                .isEqualTo(
                        "The prompt card requires the arguments city, name. There is no argument"
                                + " citi; did you mean city?");
        assertThat(run.json().at("/error/hint").asString()).contains("--arg city=VALUE");
        assertThat(server.received("prompts/get")).isEmpty();
    }

    @Test
    void whatIsWholeOrUncheckedOrNotListedIsSent() {
        CommandRun whole = run("card", "--arg", "city=Bern", "--arg", "name=Ada", "--arg", "x=y");
        assertThat(whole.exit()).isZero();
        assertThat(whole.err()).contains("There is no argument x.");
        assertThat(run("card", "--unchecked").exit()).isZero();
        assertThat(run("other").exit()).isZero();
        assertThat(server.received("prompts/get")).hasSize(3);
    }

    @Test
    void promptsThatCannotBeListedAreAskedForAllTheSame() {
        server.refusing("prompts/list", 500, "no");

        CommandRun run = run("card");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("warning: The arguments were not checked");
    }

    private CommandRun run(String name, String... options) {
        List<String> words = new ArrayList<>(List.of("prompt", server.url(), name));
        words.addAll(List.of(options));
        return CommandRun.of(folder, words.toArray(String[]::new));
    }
}
