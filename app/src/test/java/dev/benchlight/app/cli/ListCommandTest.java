package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class ListCommandTest {
    @TempDir Path folder;

    @Test
    void aListThatFailsDoesNotTakeTheOthersAway() throws IOException {
        try (CatalogueServer server =
                new CatalogueServer("{\"tools\": {}, \"prompts\": {}, \"resources\": {}}")
                        .on("tools/list", "{\"tools\": [{\"name\": \"t\"}], \"_meta\": {\"k\": 1}}")
                        .on("resources/list", "{\"resources\": []}")
                        .on("resources/templates/list", "{\"resourceTemplates\": []}")) {
            CommandRun run = CommandRun.of(folder, "list", server.url(), "--json");

            assertThat(run.exit()).isEqualTo(5);
            assertThat(run.json().at("/error/message").asString()).contains("no such method");
            assertThat(run.json().at("/result/tools/0/name").asString()).isEqualTo("t");
            assertThat(run.json().at("/result/_meta/k").asInt()).isEqualTo(1);
            assertThat(run.json().at("/result/resources").isArray()).isTrue();

            CommandRun text = CommandRun.of(folder, "list", server.url());
            assertThat(text.out()).contains("1 tool\n").contains("0 resources");
            assertThat(text.err()).contains("error: ").contains("no such method");
        }
    }

    @Test
    void aServerThatOffersNothingIsNoError() throws IOException {
        try (CatalogueServer server = new CatalogueServer("{}")) {
            CommandRun run = CommandRun.of(folder, "list", server.url());

            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("offers no tools, prompts or resources");
        }
    }
}
