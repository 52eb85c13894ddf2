package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class LoginPathTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theFoldersOfTheShellFollowOursEachOnce() throws Exception {
        LoginPath preparation = with("/usr/bin:/bin", "/home/u/.nvm/bin:/usr/bin:bin:/opt/uv::");

        assertThat(environment(preparation, Map.of("LOG", "debug")))
                .isEqualTo(
                        Map.of("LOG", "debug", "PATH", "/usr/bin:/bin:/home/u/.nvm/bin:/opt/uv"));
    }

    @Test
    void anEntryThatNamesAPathKeepsItAndTheShellIsNotAsked() throws Exception {
        LoginPath preparation = with("/usr/bin", "/opt/uv");

        assertThat(environment(preparation, Map.of("PATH", "/only")))
                .isEqualTo(Map.of("PATH", "/only"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void theShellIsAskedOnceAndOneThatAddsNothingChangesNothing() throws Exception {
        LoginPath preparation = with("/usr/bin:/bin", "/bin:/usr/bin");

        assertThat(environment(preparation, Map.of())).isEmpty();
        assertThat(environment(preparation, Map.of())).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aShellThatDoesNotTellChangesNothingAndAServerByUrlAsksNone() throws Exception {
        LoginPath silent = new LoginPath(ServerEntry::config, "/bin", Optional::empty);
        assertThat(environment(silent, Map.of())).isEmpty();

        LoginPath preparation = with("/bin", "/opt/uv");
        ServerConfig.Http http = new ServerConfig.Http("h", URI.create("http://h.test/"), Map.of());
        assertThat(preparation.prepare(entry(http))).isEqualTo(http);
        assertThat(asked).hasValue(0);
    }

    private LoginPath with(String ours, String login) {
        return new LoginPath(
                ServerEntry::config,
                ours,
                () -> {
                    asked.incrementAndGet();
                    return Optional.of(login);
                });
    }

    private static Map<String, String> environment(LoginPath preparation, Map<String, String> named)
            throws Exception {
        ServerConfig.Stdio config = new ServerConfig.Stdio("s", "npx", List.of(), named, null);
        return ((ServerConfig.Stdio) preparation.prepare(entry(config))).environment();
    }

    private static ServerEntry entry(ServerConfig config) {
        return new ServerEntry(config, null, ServerEntry.Origin.BUILT_IN);
    }
}
