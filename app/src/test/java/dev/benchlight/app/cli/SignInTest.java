package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.app.auth.FakeOpener;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.auth.ProtectedSite;
import dev.benchlight.mcp.auth.Site;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Whole command lines against a server that wants OAuth.
class SignInTest {
    private final ProtectedSite site = new ProtectedSite();
    @TempDir private Path folder;
    private FakeOpener opener;

    /// Never the keychain of whoever runs this.
    private Map<String, String> kept = Map.of("BENCHLIGHT_SECRETS", "memory");

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
    void onATerminalAnotherOriginIsAskedAboutOnceAndOnlyAYesIsOne() {
        site.resource.putArray("authorization_servers").add("https://login.test");
        String url = site.url().toString();
        CommandRun no = run("n\ny\n", "list", url);
        assertThat(no.exit()).isEqualTo(3);
        assertThat(no.err())
                .containsOnlyOnce(
                        "another origin than its own: https://login.test. Contact it? [y/N]")
                .contains("not contacted", "--allow-origin https://login.test");
        CommandRun yes = run("y\n", "list", url);
        assertThat(yes.exit()).isEqualTo(3);
        assertThat(yes.err())
                .containsOnlyOnce("Contact it? [y/N]")
                .doesNotContain("not contacted")
                .contains("https://login.test has no metadata");
        CommandRun scripted = run("y\n", "list", url, "--json");
        assertThat(scripted.json().at("/error/code").asString())
                .isEqualTo("oauth-origin-not-allowed");
        assertThat(scripted.err()).doesNotContain("Contact it?");
    }

    @Test
    void whereNoBrowserOpensThePageAndItsScopesAreNamed() throws IOException {
        String url = site.url().toString();
        CommandRun nowhere = run("list", url, "--json");
        assertThat(nowhere.json().at("/error/message").asString()).contains("for the scopes mcp,");
        Files.writeString(folder.resolve("bin/xdg-open"), "#!/bin/sh\nexit 4\n");
        CommandRun broken = run("list", url, "--browser", "--json");
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(broken.json().at("/error/code").asString()).isEqualTo("oauth-no-browser");
        assertThat(broken.json().at("/error/message").asString())
                .contains("xdg-open ended with code 4", "the scopes mcp");
        assertThat(broken.json().at("/error/hint").asString())
                .contains(site.issuer.origin() + "/authorize?", "scope=mcp");
        assertThat(run("list", url, "--browser=lynx").exit()).isEqualTo(2);
    }

    @Test
    void aPageIsOpenedByHandWhereThatIsAskedFor() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CompletableFuture<CommandRun> running =
                CompletableFuture.supplyAsync(
                        () -> run(null, err, "list", site.url().toString(), "--browser=none"));
        Await.until("the page", () -> err.toString(UTF_8).contains("Open the page by hand"));
        String told = err.toString(UTF_8);
        assertThat(told).contains("it asks for the scopes: mcp");
        String before = "sign in: ";
        FakeOpener.visit(
                told.lines()
                        .filter(line -> line.startsWith(before))
                        .findFirst()
                        .orElseThrow()
                        .substring(before.length()));
        assertThat(running.get(1, TimeUnit.MINUTES).exit()).isZero();
        assertThat(opener.opened()).isEmpty();
    }

    @Test
    void aReportShowsEachStepOfAuthorisationAndNoSecret() throws IOException {
        site.issuer.site.page("/.well-known/oauth-authorization-server", _ -> Site.status(404, ""));
        site.issuer.site.json("/.well-known/openid-configuration", site.issuer.metadata.toString());
        CommandRun run = run("inspect", site.url().toString(), "--browser", "--json");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        List<String> steps =
                run.json()
                        .at("/result/steps")
                        .valueStream()
                        .map(step ->
                                step.path("status").asString() + " " + step.path("step").asString())
                        .filter(step -> step.contains("authorisation"))
                        .toList();
        assertThat(steps)
                .containsSubsequence(
                        "ok authorisation: the server's refusal",
                        "ok authorisation: protected-resource metadata",
                        "HTTP 404 authorisation: authorization-server metadata",
                        "ok authorisation: authorization-server metadata",
                        "ok authorisation: proof key",
                        "ok authorisation: dynamic client registration",
                        "ok authorisation: authorization request",
                        "ok authorisation: authorization response",
                        "ok authorisation: token request",
                        "ok authorisation");
        JsonNode token =
                run.json()
                        .at("/result/steps")
                        .valueStream()
                        .filter(step -> step.path("step").asString().endsWith("token request"))
                        .findFirst()
                        .orElseThrow();
        assertThat(token.path("evidence").asString())
                .contains("/token", "a Bearer token", "access_token (opaque, ");
        assertThat(token.at("/rules/0/rule").asString()).isEqualTo("RFC 6749, 5");
        assertThat(token.at("/rules/0/kept").asBoolean()).isTrue();
        assertThat(run.out() + run.err()).doesNotContain("access-token-", "code-1");
        CommandRun failed = run("inspect", site.url().toString());
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.out())
                .containsPattern("HTTP 404 +authorisation: authorization-server metadata +GET http")
                .containsPattern("failed +authorisation +The server wants you to sign in at");
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

    @Test
    void aTokenIsKeptEncryptedAndForgottenWhenAsked() throws IOException {
        kept = Map.of("BENCHLIGHT_SECRETS", "passphrase", "BENCHLIGHT_PASSPHRASE", "correct");
        String url = site.url().toString();
        assertThat(run("list", url, "--browser").exit()).isZero();
        assertThat(run("list", url).exit()).isZero();
        assertThat(opener.opened()).hasSize(1);
        assertThat(Files.readString(folder.resolve("data/secrets.json")))
                .doesNotContain("access-token-", "registered-1");
        assertThat(run("secret", "list").out()).contains("tokens of", url, "client of");
        assertThat(run("secret", "forget", url).exit()).isZero();
        assertThat(run("list", url).exit()).isEqualTo(3);
        assertThat(run("secret", "forget", url).exit()).isEqualTo(2);
    }

    @Test
    void accessWithoutAUserIsSetInTheServersFile() throws IOException {
        Files.writeString(folder.resolve("benchlight.yaml"), "version: 1\n");
        Files.createDirectories(folder.resolve("servers"));
        Files.writeString(
                folder.resolve("servers/s.yaml"),
                """
                url: %s
                auth:
                  type: client-credentials
                  clientId: robot
                  clientSecret: "${secret:robot}"
                  scopes: [extra]
                """
                        .formatted(site.url()));
        site.issuer
                .metadata
                .putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_post");
        kept = Map.of("BENCHLIGHT_SECRETS", "memory", "BENCHLIGHT_SECRET_ROBOT", "robot-secret-1");
        CommandRun untrusted = run("list", "s");
        assertThat(untrusted.exit()).isEqualTo(3);
        assertThat(untrusted.err())
                .contains("auth.type: client-credentials", "auth.clientSecret: ${secret:robot}");
        assertThat(site.issuer.tokenForms).isEmpty();
        CommandRun run = run("call", "s", "t", "--trust");
        assertThat(run.exit()).as(run.err()).isZero();
        var form = site.issuer.tokenForms.getLast();
        assertThat(form.queryParameter("grant_type")).isEqualTo("client_credentials");
        assertThat(form.queryParameter("client_secret")).isEqualTo("robot-secret-1");
        assertThat(form.queryParameter("scope")).isEqualTo("mcp extra");
        assertThat(opener.opened()).isEmpty();
    }

    @Test
    void whereNothingCanBeKeptThatIsSaid() {
        kept = Map.of("BENCHLIGHT_SECRETS", "passphrase");
        CommandRun run = run("list", site.url().toString(), "--browser", "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.json().path("warnings").toString())
                .contains("\"secrets\"", "in memory only", "BENCHLIGHT_PASSPHRASE");
    }

    private CommandRun run(String first, String... more) {
        boolean command = !first.endsWith("\n");
        List<String> words = new ArrayList<>(List.of(more));
        if (command) {
            words.addFirst(first);
        }
        return run(
                command ? null : first, new ByteArrayOutputStream(), words.toArray(String[]::new));
    }

    private CommandRun run(@Nullable String typed, ByteArrayOutputStream err, String... line) {
        List<String> words = new ArrayList<>(List.of(line));
        words.addAll(List.of("--data", folder.resolve("data").toString()));
        Map<String, String> environment = new HashMap<>(kept);
        environment.put("PATH", opener.path());
        return CommandRun.of(folder, environment, typed, err, words.toArray(String[]::new));
    }
}
