package dev.benchlight.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;

import dev.benchlight.app.Launcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real keychain, in a session of its own that has nothing to do with whoever runs this. Needs
/// D-Bus, GNOME Keyring and libsecret.
class RealKeychainTest {
    private static final List<String> PROGRAMS =
            List.of("dbus-run-session", "dbus-send", "gnome-keyring-daemon");

    /// Its arguments start the command line.
    private static final String SESSION =
            """
            mkdir -m 700 "$XDG_RUNTIME_DIR" "$HOME"
            printf pass | gnome-keyring-daemon --unlock --components=secrets --foreground >daemon.txt 2>&1 &
            daemon=$!
            until dbus-send --session --print-reply --dest=org.freedesktop.DBus / \\
              org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>&1 | grep -q true
            do sleep 0.1; done
            printf 'a value' | "$@" secret set mine
            "$@" secret list
            kill $daemon
            wait $daemon
            echo gone
            "$@" secret list
            """;

    @TempDir private Path folder;

    @Test
    void theSystemsKeychainGuardsTheKeyAndThatItIsGoneIsSaid()
            throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            assumeTrue(isThere(program), "a keychain in a session of its own: no " + program);
        }
        assumeTrue(hasLibrary(), "a keychain in a session of its own: no libsecret");

        String said = inSession();

        assertThat(said)
                .containsSubsequence(
                        "Kept mine, encrypted on disk, the key in the system's keychain.",
                        "secret  mine",
                        "kept encrypted on disk, the key in the system's keychain",
                        "gone",
                        "nothing that can be read is kept")
                .contains("the keychain does not open: there is none, or it stays locked");
        assertThat(Files.readString(folder.resolve("home/benchlight/secrets.json")))
                .contains("\"key\":\"keychain\"")
                .doesNotContain("a value", "mine");
    }

    /// What all commands printed.
    private String inSession() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Stream<String> command =
                Stream.of(
                        "dbus-run-session",
                        "--",
                        "sh",
                        "-c",
                        SESSION,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command.toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "HOME",
                                folder.resolve("home").toString(),
                                "XDG_DATA_HOME",
                                folder.resolve("home").toString(),
                                "XDG_RUNTIME_DIR",
                                folder.resolve("run").toString(),
                                Secrets.CHOICE,
                                "keychain"));
        Process session = builder.start();
        try {
            assertThat(session.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            session.descendants().forEach(ProcessHandle::destroyForcibly);
            session.destroyForcibly();
        }
        return Files.readString(out);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(part -> Files.isExecutable(Path.of(part, program)));
    }

    private static boolean hasLibrary() {
        try {
            // Stays loaded: others may use it.
            return NativeLibrary.getInstance("secret-1") != null;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }
}
