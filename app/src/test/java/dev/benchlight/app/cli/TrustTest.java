package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What an approval on the command line shows, and what it holds for.
class TrustTest {
    @TempDir Path folder;

    @Test
    void anApprovalHoldsForTheFolderItShowedAndForNoOther() throws IOException {
        String line = "command: sh\nargs: [-c, pwd > ran]\n";
        Path one = workspace("one", line);
        Path two = workspace("two", line);

        CommandRun trusted = run(one, "trust", "s");
        assertThat(trusted.out()).contains("\nfolder: " + one);
        assertThat(run(one, "list", "s").exit()).isEqualTo(4);
        assertThat(one.resolve("ran")).hasContent(one.toString());

        CommandRun refused = run(two, "list", "s");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("folder: " + two);
        assertThat(two.resolve("ran")).doesNotExist();
    }

    @Test
    void itMeansTheSameWhereverTheCommandIsStarted() throws IOException {
        Path one = workspace("one", "command: ./run.sh\n");
        Path script = Files.writeString(one.resolve("run.sh"), "#!/bin/sh\npwd > ran\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path below = Files.createDirectories(one.resolve("src/deep"));

        assertThat(run(below, "trust", "s").out()).contains("\nfolder: " + one);
        assertThat(run(folder, "list", "s", "--workspace", one.toString()).exit()).isEqualTo(4);
        assertThat(one.resolve("ran")).hasContent(one.toString());
    }

    @Test
    void whatIsTypedRunsInTheCurrentFolder() throws IOException {
        workspace("one", "command: x\n");
        Path ran = folder.resolve("ran");

        run(folder, "list", "--stdio", "--", "sh", "-c", "pwd > '" + ran + "'");

        assertThat(ran).hasContent(Path.of("").toAbsolutePath().toString());
    }

    @Test
    void aUrlIsShownAsItStandsInTheFile() throws IOException {
        Path one = workspace("one", "url: http://127.0.0.1:1/?k=${env:HOME}\n");

        assertThat(run(one, "list", "s").err()).contains("url: http://127.0.0.1:1/?k=${env:HOME}");
        assertThat(run(one, "trust", "s").out()).contains("url: http://127.0.0.1:1/?k=${env:HOME}");
    }

    @Test
    void theLineThatApprovesWorksForAnyName() throws Exception {
        String name = "x\u001b]0;t\u0007\u202ey' \\ $z\u200bf\n";
        Path one = workspace("one", "");
        Files.writeString(
                one.resolve("servers/s.yaml"),
                "name: \"x\\e]0;t\\a\\u202ey' \\\\ $z\\u200bf\\n\"\ncommand: x\n");

        String hint = run(one, "--json", "list", name).json().at("/error/hint").asString();

        assertThat(hint).matches("[ -~]+");
        String words = hint.replaceFirst(".*benchlight trust ", "").replaceFirst(" --data .*", "");
        Process bash = new ProcessBuilder("bash", "-c", "printf %s " + words).start();
        String read = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(read).isEqualTo(name);
        assertThat(run(one, "trust", read).exit()).isZero();
    }

    @Test
    void anArgumentCannotPassForAnotherLineOfTheApproval() throws IOException {
        Path one = workspace("one", "command: sh\nargs: [\"a\\nfolder: /home\"]\n");

        assertThat(run(one, "trust", "s").out().lines().filter(l -> l.startsWith("folder:")))
                .containsExactly("folder: " + one);
    }

    @Test
    void valuesAreShownKeysAreHiddenAndAChangeIsNamed() throws IOException {
        Path one =
                workspace(
                        "one",
                        """
                        command: x
                        env:
                          NODE_OPTIONS: "--require ./evil.js"
                          API_TOKEN: 0123456789abcdef
                          OTHER: "${secret:other}"
                          LINES: "a\\nfolder: /home"
                        """);

        String shown = run(one, "trust", "s").out();
        assertThat(shown.lines())
                .contains(
                        "variable: API_TOKEN=••••••",
                        "variable: LINES=$'a\\x0afolder: /home'",
                        "variable: NODE_OPTIONS=--require ./evil.js",
                        "variable: OTHER=${secret:other}");
        assertThat(shown).doesNotContain("0123456789abcdef", "changed");

        workspace("one", "command: x\nargs: [y]\nenv: {OTHER: '${secret:other}'}\n");
        CommandRun refused = run(one, "list", "s");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .containsPattern("changed since it was approved on [-0-9]+: the arguments, the var")
                .contains("variable: OTHER=${secret:other}");
        assertThat(run(one, "trust", "s").out()).contains("\nIt changed since it was approved on");
        assertThat(run(one, "trust", "s").out()).doesNotContain("changed");
    }

    @Test
    void theHeadersThatAreSentAreShownWithTheirValues() throws IOException {
        Path one =
                workspace(
                        "one",
                        "url: http://127.0.0.1:1/\nheaders: {X-Team: red, A: 'Bearer ${env:HOME}',"
                                + " Authorization: Bearer 0123456789abcdef}\n");

        assertThat(run(one, "trust", "s").out().lines())
                .contains(
                        "header: X-Team: red",
                        "header: A: Bearer ${env:HOME}",
                        "header: Authorization: ••••••");
    }

    private CommandRun run(Path directory, String... line) {
        String[] whole = new String[line.length + 2];
        whole[0] = "--data";
        whole[1] = folder.resolve("data").toString();
        System.arraycopy(line, 0, whole, 2, line.length);
        return CommandRun.of(directory, whole);
    }

    private Path workspace(String name, String server) throws IOException {
        Path at = folder.resolve(name);
        Files.createDirectories(at.resolve("servers"));
        Files.writeString(at.resolve("benchlight.yaml"), "name: same\n");
        Files.writeString(at.resolve("servers/s.yaml"), server);
        return at;
    }
}
