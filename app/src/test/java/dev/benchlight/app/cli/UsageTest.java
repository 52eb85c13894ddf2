package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    void anUnknownOptionThatIsNearNoneListsThoseOfItsCommandOnly() {
        CommandRun listing = CommandRun.of(folder, "--bogus", "list", "x");
        assertThat(listing.err())
                .contains("--bogus is not known")
                .contains("hint: The command list takes --stdio, --header, --timeout")
                .contains("--no-trace")
                .contains("--help.")
                .doesNotContain("--port")
                .doesNotContain("--unchecked");

        CommandRun opening = CommandRun.of(folder, "--bogus");
        assertThat(opening.err())
                .contains("hint: The command open takes --exit-when-shown, --workspace, --data")
                .doesNotContain("--header");
    }

    @Test
    void theNearestOptionIsOneThatTheCommandTakes() {
        assertThat(CommandRun.of(folder, "list", "x", "--prot").err()).doesNotContain("--port");
        assertThat(CommandRun.of(folder, "demo", "--prot").err()).contains("Did you mean --port?");
        assertThat(CommandRun.of(folder, "traces", "--timout", "5s").err())
                .contains("The command traces takes --limit");
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
        assertThat(CommandRun.of(folder, "help").err()).contains("See: benchlight --help");
    }

    @Test
    void anOptionOfAnotherCommandIsRefused() {
        CommandRun run = CommandRun.of(folder, "list", "x", "--arg", "a=b");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("The command list takes no option --arg.")
                .contains("takes --stdio");
    }

    @Test
    void valuesOfOptionsAreCheckedBeforeAnythingStarts() {
        Path canary = folder.resolve("started");
        String[][] wrong = {
            {"--timeout", "soon"},
            {"--max-time", "0s"},
            {"--grace", "-1"},
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

    @Test
    void helpOfACommandTellsOfItsOwnOptionsOnly() {
        assertThat(CommandRun.of(folder, "call", "--help").out())
                .startsWith("benchlight call TARGET TOOL")
                .contains("--unchecked")
                .doesNotContain("--port");
        assertThat(CommandRun.of(folder, "open", "-h").out())
                .contains("benchlight.yaml")
                .contains("--exit-when-shown")
                .doesNotContain("--header");
    }

    @Test
    void helpAndVersionAreOneDocumentWhenJsonIsAsked() {
        assertThat(CommandRun.of(folder, "--help", "--json").json().at("/result/help").asString())
                .contains("benchlight");
        assertThat(CommandRun.of(folder, "--json", "--version").json().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void whatComesWithALaterVersionIsToldFromASlip() {
        String[][] lines = {
            {"chat", "--model", "m", "hello"},
            {"models"},
            {"run", "smoke"},
            {"traces", "export", "--format", "har"},
            {"traces", "export"},
            {"list", "x", "--via", "gateway"}
        };
        for (String[] line : lines) {
            CommandRun run = CommandRun.of(folder, line);
            assertThat(run.exit()).as(String.join(" ", line)).isEqualTo(2);
            assertThat(run.err())
                    .contains("comes with a later version")
                    .doesNotContain("There is no");
        }
    }

    @Test
    void optionsWithoutTheirValueOrWithOneTooManyAreNamed() {
        String[][] lines = {
            {"list", "x", "--timeout"},
            {"list", "x", "--timeout", "--json"},
            {"list", "x", "--json=false"},
            {"list", "x", "--env", "a", "--env", "b"},
            {"list", "x", "--timeout", "0s"},
            {"list", "x", "--workspace", ""},
            {"list", "x", "--", "program"},
            {"list", "--stdio"},
            {"list"},
            {"list", "x", "tool"},
            {"call", "x"},
            {"read", "x", "uri", "more"},
            {"demo", "extra"},
            {"demo", "--port", "70000"},
            {"demo", "--stdio", "--json"},
            {"traces", "show"},
            {"traces", "list", "more"},
            {"traces", "list", "--limit", "none"},
            {"open", "/no/such/folder"},
            {"trust", "http://127.0.0.1/"}
        };
        for (String[] line : lines) {
            CommandRun run = CommandRun.of(folder, line);
            assertThat(run.exit()).as(String.join(" ", line) + run.err()).isEqualTo(2);
            assertThat(run.out() + run.err()).contains("error").doesNotContain("Exception");
        }
    }

    @Test
    void charactersThatTheLocaleReplacedAreRefused() {
        List<String> words = List.of("call", "x", "echo", "--arg", "message=Gr\ufffd\ufffde");

        assertThatThrownBy(() -> Invocation.of(words, "ANSI_X3.4-1968").check())
                .hasMessageContaining("ANSI_X3.4-1968");
        assertThatCode(() -> Invocation.of(words, "UTF-8").check()).doesNotThrowAnyException();
    }

    @Test
    void theCommandOfTheAnswerIsTheOneTyped() {
        CommandRun run = CommandRun.of(folder, "--workspace", "list", "read", "--json", "--nope");

        assertThat(run.json().path("command").asString()).isEqualTo("read");
    }

    @Test
    void aLimitIsToldItsBounds() {
        for (String limit : List.of("0", "x", "-1", "1000000")) {
            assertThat(CommandRun.of(folder, "traces", "list", "--limit", limit).err())
                    .isEqualTo("error: --limit must be a number from 1 to 999999.\n");
        }
    }

    @Test
    void anAddressWithoutASchemeIsToldWhatUrlsBeginWith() {
        for (String address : List.of("localhost:3000", "[::1]:80/mcp", "www.example.test/mcp")) {
            CommandRun run = CommandRun.of(folder, "list", address);

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains(
                            "hint: A URL begins with http:// or https://, as in http://" + address);
        }
        assertThat(CommandRun.of(folder, "list", "my.server").err()).doesNotContain("A URL begins");
    }

    @Test
    void besidesACommandBehindTheDashesNoTargetIsNamed() {
        Path canary = folder.resolve("started");
        for (String line : List.of("list demo tools", "call demo echo", "inspect demo")) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            words.addAll(List.of("--stdio", "--", "touch", canary.toString()));

            CommandRun run = CommandRun.of(folder, words.toArray(String[]::new));
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains("hint: With --stdio, the command behind -- is the TARGET");
        }
        CommandRun run =
                CommandRun.of(
                        folder,
                        "list",
                        "http://127.0.0.1:9/mcp",
                        "--stdio",
                        "--",
                        "touch",
                        canary.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("A URL and --stdio are two servers");
        CommandRun bare = CommandRun.of(folder, "list", "http://127.0.0.1:9/mcp", "--stdio");
        assertThat(bare.exit()).isEqualTo(2);
        assertThat(bare.err()).contains("A URL and --stdio are two servers", "Leave out --stdio");
        assertThat(canary).doesNotExist();
    }

    @Test
    void aUrlOfAnotherSchemeIsNotTakenForAName() {
        CommandRun run = CommandRun.of(folder, "list", "ftp://user:hunter2@host/x");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "error: The URL ftp://…@host/x cannot be a server's: only http:// and"
                                + " https:// are supported.\n")
                .doesNotContain("hunter2");
    }

    @Test
    void aNamedWorkspaceOrEnvironmentMustBeThereWhateverTheTarget() {
        for (List<String> named :
                List.of(List.of("--workspace", "nowhere"), List.of("--env", "nothing"))) {
            List<String> line = new ArrayList<>(List.of("list", "http://127.0.0.1:1/mcp"));
            line.addAll(named);
            CommandRun run = CommandRun.of(folder, line.toArray(String[]::new));

            assertThat(run.exit()).as(run.err()).isEqualTo(2);
            assertThat(run.err()).contains(named.getLast());
        }
    }

    @Test
    void urlsThatCannotBeDialledAreNamedWithoutTheirPassword() {
        for (String url :
                List.of(
                        "http://user:hunter2@host/",
                        "http:///path",
                        "http://host:99999/",
                        "https://a b/",
                        "http://[::1")) {
            CommandRun run = CommandRun.of(folder, "list", url);

            assertThat(run.exit()).as(url).isEqualTo(2);
            assertThat(run.err()).contains("is not valid: ").doesNotContain("hunter2");
        }
    }

    @Test
    void aSentenceIsNotPrintedWithoutEnd() {
        CommandRun run = CommandRun.of(folder, "list", "x".repeat(5_000));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("x… (5,0").hasSizeLessThan(3_500);
    }
}
