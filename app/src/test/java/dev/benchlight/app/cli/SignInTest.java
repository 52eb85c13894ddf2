package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.benchlight.app.auth.FakeOpener;
import dev.benchlight.mcp.auth.ProtectedSite;
import dev.benchlight.mcp.auth.Site;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Whole command lines against a server that wants OAuth.
class SignInTest {
    private final ProtectedSite site = new ProtectedSite();
    @TempDir private Path folder;
    private FakeOpener opener;

    @BeforeEach
    void start() throws IOException {
        opener = new FakeOpener(folder.resolve("bin"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aServerIsCalledFromItsUrlAloneAndNoSecretIsKeptInTheOpen() throws IOException {
        CommandRun run = run("call", site.url().toString(), "t", "--browser");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("let in");
        assertThat(opener.opened()).hasSize(1);
        assertThat(opener.opened().getFirst()).startsWith(site.issuer.origin() + "/authorize?");
        assertThat(run.out() + run.err()).doesNotContain("access-token-", "code-1");
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("access-token-");
            }
        }
    }

    @Test
    void withoutATerminalNoBrowserOpensUnlessItIsAskedFor() throws IOException {
        CommandRun run = run("call", site.url().toString(), "t", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json().at("/error/code").asString()).isEqualTo("oauth-sign-in-needed");
        assertThat(run.json().at("/error/message").asString()).contains(site.issuer.origin());
        assertThat(run.json().at("/error/hint").asString()).contains("--browser");
        assertThat(opener.opened()).isEmpty();
        assertThat(site.issuer.site.log()).doesNotContain("POST /register");
    }

    @Test
    void aTokenOfTheUsersOwnIsLeftAlone() throws IOException {
        CommandRun run =
                run(
                        "list",
                        site.url().toString(),
                        "--browser",
                        "--header",
                        "authorization: Bearer of-my-own-1");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(opener.opened()).isEmpty();
        assertThat(site.server.requests("/mcp"))
                .allMatch(request ->
                        "Bearer of-my-own-1".equals(request.getHeaders().get("Authorization")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "smb://host/share",
                "--version",
                "http://example.com/authorize",
                "https://user@127.0.0.1/authorize",
                "https://127.0.0.1/a b",
                "$(touch pwned)",
                "powershell -c calc"
            })
    void aPageThatIsNoneIsNotOpened(String page) throws IOException {
        site.issuer.metadata.put("authorization_endpoint", page);
        CommandRun run = run("call", site.url().toString(), "t", "--browser", "--json");
        assertThat(run.exit()).as(run.out()).isEqualTo(3);
        assertThat(run.json().at("/error/code").asString()).isEqualTo("oauth-target-refused");
        assertThat(run.json().at("/error/message").asString())
                .contains("authorization_endpoint", page);
        assertThat(opener.opened()).isEmpty();
        assertThat(site.issuer.tokenForms).isEmpty();
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void anotherOriginIsContactedOnlyIfItIsAllowed() {
        site.resource.putArray("authorization_servers").add("https://login.test");
        CommandRun run = run("list", site.url().toString(), "--browser", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json().at("/error/code").asString()).isEqualTo("oauth-origin-not-allowed");
        assertThat(run.json().at("/error/hint").asString())
                .contains("--allow-origin https://login.test");
        CommandRun allowed =
                run(
                        "list",
                        site.url().toString(),
                        "--json",
                        "--allow-origin",
                        "https://other.test",
                        "--allow-origin",
                        "https://LOGIN.test:443/x");
        assertThat(allowed.json().at("/error/code").asString())
                .startsWith("oauth-")
                .isNotEqualTo("oauth-origin-not-allowed");
        assertThat(run("list", site.url().toString(), "--allow-origin", "login.test").exit())
                .isEqualTo(2);
    }

    @Test
    void aStreamThatIsRefusedSignsNobodyIn() throws IOException {
        try (ProtectedSite legacy = new ProtectedSite().legacy()) {
            legacy.server.before(
                    "/mcp",
                    request ->
                            request.getMethod().equals("GET")
                                    ? Site.status(401, "WWW-Authenticate: Bearer scope=\"more\"")
                                    : null);
            assertThat(run("list", legacy.url().toString(), "--browser").exit()).isZero();
        }
        assertThat(opener.opened()).hasSize(1);
    }

    private CommandRun run(String... line) {
        List<String> words = new ArrayList<>(List.of(line));
        words.addAll(List.of("--data", folder.resolve("data").toString()));
        return CommandRun.of(folder, Map.of("PATH", opener.path()), words.toArray(String[]::new));
    }
}
