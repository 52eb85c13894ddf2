package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

@DisabledOnOs(OS.WINDOWS)
class LoginShellTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SYSTEM = "/usr/bin:/bin";

    @TempDir Path home;

    @Test
    void aRealShellTellsThePathThatItsStartUpFilesMake() throws Exception {
        Files.writeString(
                home.resolve(".profile"), "echo welcome\nPATH=/opt/of-the-profile:$PATH\n");
        LoginShell shell = LoginShell.in(environment("/bin/sh")).orElseThrow();

        // What else is in it is for /etc/profile to say.
        assertThat(shell.path(LONG).orElse("")).startsWith("/opt/of-the-profile:");
    }

    @Test
    void whatStartUpFilesPrintAndVariablesOfOursAreNoPartOfIt() throws Exception {
        LoginShell shell =
                shell(
                        "echo noise; echo \"$FAKE_SECRET_KEY\"; export PATH=/opt/x:$PATH; eval \"$4\"");

        assertThat(shell.path(LONG)).contains("/opt/x:" + SYSTEM);
        assertThat(shell("printenv FAKE_SECRET_KEY && exit; eval \"$4\"").path(LONG))
                .contains(SYSTEM);
    }

    @Test
    void aShellThatIsNotWaitedForAnyMoreIsEndedWithAllItStarted() throws Exception {
        Path pids = home.resolve("pids");
        LoginShell shell =
                shell(
                        "sleep 1000 & echo $! > "
                                + pids
                                + ".part; echo $$ >> "
                                + pids
                                + ".part; mv "
                                + pids
                                + ".part "
                                + pids
                                + "; wait");
        Thread asking = Thread.ofVirtual().start(() -> assertThat(shell.path(LONG)).isEmpty());
        Await.until("begun", () -> Files.exists(pids));

        asking.interrupt();
        asking.join();

        for (String pid : Files.readAllLines(pids)) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(left -> Await.until("ended", () -> !ProcessTree.runs(left)));
        }
    }

    @Test
    void aShellThatFailsOrSaysSomethingElseTellsNothing() throws Exception {
        assertThat(shell("exit 3").path(LONG)).isEmpty();
        assertThat(shell("echo /opt/of-nobody").path(LONG)).isEmpty();
        assertThat(shell("echo benchlight-login-path").path(LONG)).isEmpty();
    }

    @Test
    void withoutAShellByItsFullPathNobodyIsAsked() {
        assertThat(LoginShell.in(Map.of())).isEmpty();
        assertThat(LoginShell.in(Map.of("SHELL", "sh"))).isEmpty();
        assertThat(LoginShell.in(Map.of("SHELL", home.resolve("none").toString()))).isEmpty();
    }

    private LoginShell shell(String script) throws IOException {
        Path file = Files.createTempFile(home, "shell", ".sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return LoginShell.in(environment(file.toString())).orElseThrow();
    }

    private Map<String, String> environment(String shell) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SHELL", shell);
        environment.put("PATH", SYSTEM);
        environment.put("HOME", home.toString());
        environment.put("FAKE_SECRET_KEY", "sk-live-1");
        return environment;
    }
}
