package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// A name that the server answers with an error, and does not list.
class SuggestionTest {
    @TempDir Path folder;
    private CatalogueServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                new CatalogueServer("{\"prompts\": {}, \"resources\": {}}")
                        .on("prompts/list", "{\"prompts\": [{\"name\": \"postcard\"}]}")
                        .on(
                                "resources/list",
                                "{\"resources\": [{\"uri\": \"demo://visits\", \"name\": \"v\"}]}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theNearestPromptOrResourceIsNamed() {
        CommandRun prompt = CommandRun.of(folder, "prompt", server.url(), "poscard");
        assertThat(prompt.exit()).isEqualTo(5);
        assertThat(prompt.err()).endsWith("hint: Did you mean postcard?\n");

        CommandRun read = CommandRun.of(folder, "read", server.url(), "demo://visit", "--json");
        assertThat(read.exit()).isEqualTo(5);
        assertThat(read.json().at("/error/hint").asString())
                .isEqualTo("Did you mean demo://visits?");
    }

    @Test
    void aNameThatIsListedOrNearNoneIsLeftToTheServer() {
        assertThat(CommandRun.of(folder, "prompt", server.url(), "postcard").err())
                .doesNotContain("hint: ");
        assertThat(CommandRun.of(folder, "prompt", server.url(), "zzzzzz").err())
                .doesNotContain("hint: ");
    }

    @Test
    void whatWorkedIsNotLookedUp() {
        server.on("prompts/get", "{\"messages\": []}");

        assertThat(CommandRun.of(folder, "prompt", server.url(), "poscard", "--unchecked").exit())
                .isZero();
        assertThat(server.received("prompts/list")).isEmpty();
    }
}
