package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyStdioServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whole command lines against programs whose tools are not what they seem (T5).
class PoisonTest {
    @TempDir Path folder;

    @Test
    void whatIsHiddenInNamesAndDescriptionsIsFound() {
        CommandRun run = inspect("poison");

        assertThat(run.exit()).isZero();
        assertThat(findings(run))
                .contains(
                        "invisible-text tool add",
                        "bidi-text tool list",
                        "look-alike-name tool",
                        "instruction-text tool sum");
    }

    @Test
    void toolsThatChangeOnceTheyWereLookedAtAreFoundAndFailTheCommandIfAsked() {
        assertThat(findings(inspect("rug-pull"))).contains("unstable-catalogue server");
        CommandRun checked = inspect("rug-pull", "--fail-on-change");
        assertThat(checked.exit()).isEqualTo(8);
        assertThat(checked.json().at("/error/code").asString()).isEqualTo("catalogue-changed");
        JsonNode change = checked.json().at("/result/catalogue/changes/0");
        assertThat(change.path("where").asString()).isEqualTo("tool echo at /description");
        assertThat(change.path("after").asString()).contains("id_rsa");
    }

    private CommandRun inspect(String mode, String... options) {
        List<String> words = new ArrayList<>(List.of("inspect", "--json", "--no-probe"));
        words.addAll(List.of(options));
        words.addAll(List.of("--stdio", "--"));
        words.addAll(FaultyStdioServer.command(mode));
        return CommandRun.of(folder, words.toArray(String[]::new));
    }

    /// Each with what it is about, as far as the name can be told from others.
    private static List<String> findings(CommandRun run) {
        return run.json()
                .at("/result/findings")
                .valueStream()
                .map(finding ->
                        finding.path("code").asString()
                                + " "
                                + finding.path("where")
                                        .asString()
                                        .replaceFirst(" at /.*", "")
                                        .replaceFirst("tool .*cho.*", "tool"))
                .toList();
    }
}
