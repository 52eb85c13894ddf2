package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.app.workspace.DataFolder;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Secrets in the whole window, where a passphrase guards them.
@Timeout(600)
class SecretsWindowTest {
    private static final String KEY = "sk-live-SECRETSECRETSECRET";

    /// No keychain, whatever this machine has.
    private static final Map<String, String> ASKING = Map.of(Secrets.CHOICE, "passphrase");

    private static final Map<String, String> KNOWING =
            Map.of(Secrets.CHOICE, "passphrase", Secrets.PASSPHRASE, "correct");

    @TempDir private Path folder;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Path data;
    private Path servers;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @BeforeEach
    void start() throws IOException {
        data = folder.resolve("data");
        servers = Files.createDirectories(folder.resolve("work/servers"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    authorizations.add(
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
    }

    private WindowDriver open(Map<String, String> environment) {
        return new WindowDriver(folder.resolve("work"), data, environment);
    }

    private Secrets kept() {
        return Secrets.of(DataFolder.open(data, Map.of()), KNOWING);
    }

    private String saved(String file) throws IOException {
        return Files.readString(servers.resolve(file), UTF_8);
    }

    private void connectWithASecret(WindowDriver window) {
        window.open("Connect needs-key");
        window.press("Use this server");
        window.until("the question", () -> window.has(node -> isId(node, "passphrase")));
    }

    private static void type(WindowDriver window, String field, String text) {
        window.clickOn("#" + field);
        window.write(text, 0);
    }

    private void writeEntry() throws IOException {
        Files.writeString(
                servers.resolve("needs-key.yaml"),
                """
                version: 1
                url: %s
                headers:
                  Authorization: Bearer ${secret:key}
                """
                        .formatted(url()));
        assertThat(kept().put(Secrets.NAMED + "key", KEY)).isEqualTo(Secrets.Place.PASSPHRASE);
    }

    private static boolean isId(Node node, String id) {
        return id.equals(node.getId());
    }

    @Test
    void whatAPassphraseGuardsIsUnlockedInTheWindowOnceItIsNeeded() throws IOException {
        writeEntry();
        try (WindowDriver window = open(ASKING)) {
            connectWithASecret(window);
            assertThat(window.has(node -> isId(node, "passphrase-go") && node.isDisabled()))
                    .as("nothing is no passphrase")
                    .isTrue();
            type(window, "passphrase", "wrong");
            window.push(KeyCode.ENTER);
            window.until("the trouble", () -> window.says("the key or passphrase is wrong"));
            window.snapshot("secrets-unlock");
            assertThat(authorizations).isEmpty();
            type(window, "passphrase", "correct");
            window.push(KeyCode.ENTER);
            window.until("the request", () -> authorizations.contains("Bearer " + KEY));
            assertThat(window.has(node -> isId(node, "passphrase"))).isFalse();
        }
    }

    @Test
    void whoGivesNoPassphraseIsToldWhatIsMissing() throws IOException {
        writeEntry();
        try (WindowDriver window = open(ASKING)) {
            connectWithASecret(window);
            window.push(KeyCode.ESCAPE);
            window.until("the failure", () -> window.says("The secret key is not known"));
            window.press("Try again");
            window.until("the failure again", () -> window.says("The secret key is not known"));
            assertThat(window.has(node -> isId(node, "passphrase"))).as("asked once").isFalse();
            assertThat(authorizations).isEmpty();
        }
    }

    private void paste(WindowDriver window) {
        window.push(KeyCode.CONTROL, KeyCode.N);
        window.until("the paste area", () -> window.has(node -> isId(node, "paste")));
        window.clickOn("#paste");
        window.paste(
                """
                {"mcpServers": {"weather": {"url": "%s",
                 "headers": {"Authorization": "Bearer %s", "X-Plain": "yes"}}}}
                """
                        .formatted(url(), KEY));
        window.press("Move to the secret store");
        window.until("the promise", () -> window.says("goes into the secret store"));
    }

    @Test
    void aPastedKeyIsMovedIntoTheStoreUnlessThatIsUndone() throws IOException {
        try (WindowDriver window = open(KNOWING)) {
            paste(window);
            window.snapshot("secrets-move");
            window.press("Undo");
            window.until("the warning", () -> window.says("holds what looks like a key"));
            window.press("Add");
            window.until("the file", () -> Files.exists(servers.resolve("weather.yaml")));
            window.until("the end", () -> !window.has(node -> isId(node, "paste")));
            assertThat(saved("weather.yaml")).contains("Bearer " + KEY);
            assertThat(kept().names()).isEmpty();

            paste(window);
            window.press("Add");
            window.until("the other", () -> Files.exists(servers.resolve("weather-2.yaml")));
            window.until("the end", () -> !window.has(node -> isId(node, "paste")));
        }
        assertThat(saved("weather-2.yaml"))
                .contains("Bearer ${secret:weather-authorization}", "X-Plain")
                .doesNotContain(KEY);
        assertThat(kept().named("weather-authorization")).contains(KEY);
    }

    @Test
    void aKeyIsNotMovedIntoMemoryAloneButAPassphraseIsAskedFor() throws IOException {
        try (WindowDriver window = open(ASKING)) {
            paste(window);
            window.press("Add");
            window.until("the question", () -> window.has(node -> isId(node, "passphrase-again")));
            window.snapshot("secrets-guard");
            window.push(KeyCode.ESCAPE);
            window.until("the refusal", () -> window.says("would be kept in memory only"));
            assertThat(files()).isEmpty();

            window.press("Add");
            window.until("the question", () -> window.has(node -> isId(node, "passphrase-again")));
            type(window, "passphrase", "correct");
            type(window, "passphrase-again", "correct");
            window.push(KeyCode.ENTER);
            window.until("the file", () -> Files.exists(servers.resolve("weather.yaml")));
        }
        assertThat(saved("weather.yaml")).doesNotContain(KEY);
        assertThat(kept().named("weather-authorization")).contains(KEY);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(servers)) {
            return all.toList();
        }
    }
}
