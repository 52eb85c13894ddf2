package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.app.workspace.DataFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// `secret` on a passphrase: never the keychain of whoever runs this.
class SecretCommandTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("BENCHLIGHT_SECRETS", "passphrase", "BENCHLIGHT_PASSPHRASE", "correct");

    @TempDir Path folder;

    @Test
    void aSecretOfSeveralLinesIsKeptWhole() {
        String key = "-----BEGIN PRIVATE KEY-----\nMIIx\n-----END PRIVATE KEY-----";
        assertThat(set("key", key + "\n")).isZero();
        assertThat(Secrets.of(data(), ENVIRONMENT).named("key")).contains(key);
        assertThat(set("none", "\n")).isEqualTo(2);
        assertThat(set("large", "x".repeat(70_000))).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsNotSaidToBeAbsent() {
        assertThat(set("a", "value")).isZero();
        Map<String, String> wrong =
                Map.of("BENCHLIGHT_SECRETS", "passphrase", "BENCHLIGHT_PASSPHRASE", "wrong");

        CommandRun forgot = run(wrong, "forget", "a");

        assertThat(forgot.exit()).isEqualTo(2);
        assertThat(forgot.err()).contains("cannot be read", "passphrase is wrong");
        assertThat(run(wrong, "list").out()).contains("nothing that can be read is kept");
        assertThat(run(ENVIRONMENT, "list").out()).contains("secret  a");
        assertThat(run(ENVIRONMENT, "forget", "a").exit()).isZero();
        assertThat(run(ENVIRONMENT, "list").out()).contains("nothing is kept");
    }

    private CommandRun run(Map<String, String> environment, String action, String... name) {
        String[] line =
                name.length == 0
                        ? new String[] {"secret", action, "--data", data().path().toString()}
                        : new String[] {
                            "secret", action, name[0], "--data", data().path().toString()
                        };
        return CommandRun.of(folder, environment, line);
    }

    private int set(String name, String piped) {
        Console console =
                new Console(
                        new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)),
                        Output.to(new ByteArrayOutputStream()),
                        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                        false,
                        ENVIRONMENT,
                        folder);
        return BenchlightCommand.run(
                new String[] {"secret", "set", name, "--data", data().path().toString()},
                console,
                (workspace, data, shown) -> 99);
    }

    private DataFolder data() {
        return DataFolder.open(folder.resolve("data"), ENVIRONMENT);
    }
}
