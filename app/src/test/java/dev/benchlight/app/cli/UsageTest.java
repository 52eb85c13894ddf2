package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class UsageTest {
    @TempDir Path folder;

    @Test
    void anUnknownOptionNamesTheNearestAndIsNeverPassedOn() {
        Path canary = folder.resolve("started");
        CommandRun run =
                CommandRun.of(
                        folder,
                        "call",
                        "echo",
                        "--tiemout",
                        "5s",
                        "--stdio",
                        "--",
                        "touch",
                        canary.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("--tiemout is not known")
                .contains("Did you mean --timeout?");
        assertThat(canary).doesNotExist();
    }

    @Test
    void usageErrorsAreOneJsonDocumentWhenJsonIsAsked() {
        CommandRun run = CommandRun.of(folder, "call", "--json", "--jsn");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.json().path("ok").asBoolean()).isFalse();
        assertThat(run.json().path("command").asString()).isEqualTo("call");
        assertThat(run.json().at("/error/code").asString()).isEqualTo("unknown-option");
        assertThat(run.json().at("/error/layer").asString()).isEqualTo("input");
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        CommandRun run = CommandRun.of(folder, "cal", "x");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("There is no command cal.").contains("call");
    }

    @Test
    void anOptionOfAnotherCommandIsRefused() {
        CommandRun run = CommandRun.of(folder, "list", "x", "--arg", "a=b");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("The command list takes no option --arg.");
    }

    @Test
    void valuesOfOptionsAreCheckedBeforeAnythingStarts() {
        Path canary = folder.resolve("started");
        String[][] wrong = {
            {"--timeout", "soon"},
            {"--revision", "1999-01-01"},
            {"--transport", "pigeon"},
            {"--header", "no colon"},
            {"--args", "{broken"},
            {"--args", "[1]"},
            {"--args", "@missing.json"},
            {"--arg", "novalue"}
        };
        for (String[] option : wrong) {
            CommandRun run =
                    CommandRun.of(
                            folder,
                            "call",
                            "x",
                            option[0],
                            option[1],
                            "--stdio",
                            "--",
                            "touch",
                            canary.toString());
            assertThat(run.exit()).as(option[0] + " " + option[1] + run.err()).isEqualTo(2);
            assertThat(run.err()).startsWith("error: ").doesNotContain("\tat ");
        }
        assertThat(canary).doesNotExist();
    }

    @Test
    void aFileOnTheCommandLineIsNotExpanded() throws Exception {
        Files.writeString(folder.resolve("args.json"), "{\"a\": 1}");
        CommandRun run =
                CommandRun.of(folder, "call", "nosuch", "x", "--args", "@args.json", "--json");

        assertThat(run.json().at("/error/code").asString()).isEqualTo("unknown-server");
    }

    @Test
    void noCommandOpensTheWindow() {
        assertThat(CommandRun.of(folder).exit()).isEqualTo(99);
        assertThat(CommandRun.of(folder, "open", folder.toString()).exit()).isEqualTo(99);
    }

    @Test
    void helpNamesEveryCommandAndOption() {
        CommandRun run = CommandRun.of(folder, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains(Command.WORDS).contains(Flag.names());
    }
}
