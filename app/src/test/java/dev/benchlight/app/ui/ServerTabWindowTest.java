package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.NpmServers;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The tab of a server in the whole window, against real servers of both eras.
@Timeout(600)
class ServerTabWindowTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    /// A window on a workspace with this server, which is approved and connected; its tab is open.
    private WindowDriver connected(String name, List<String> command) throws Exception {
        Path servers = Files.createDirectories(folder.resolve("servers"));
        StringBuilder yaml = new StringBuilder("version: 1\n");
        yaml.append("command: \"").append(command.getFirst()).append("\"\nargs:\n");
        command.stream().skip(1).forEach(word -> yaml.append("  - \"").append(word).append("\"\n"));
        Files.writeString(servers.resolve(name + ".yaml"), yaml);
        WindowDriver window = new WindowDriver(folder, data);
        window.open("Details of " + name);
        window.until("the tab", () -> window.has(ServerTabWindowTest::isTab));
        window.push(KeyCode.CONTROL, KeyCode.ENTER);
        window.press("Start this server");
        window.until("the revision", () -> window.says("MCP 202"));
        return window;
    }

    @Test
    void anOlderServerIsShownWithItsEraItsLogAndWhatItSuggests() throws Exception {
        try (WindowDriver window = connected("everything", NpmServers.everything("stdio"))) {
            window.until("the evidence", () -> window.says("legacy: it answered server/discover"));
            window.snapshot("server-tab-legacy");
            assertThat(window.says("found out when it was connected")).isTrue();
            log(window);
            completions(window);
        }
        assertThat(kept()).contains("\"kind\":\"server\"", "turned", "Log");
        try (WindowDriver again = new WindowDriver(folder, data)) {
            again.until("the tabs again", () -> again.says("completable-prompt"));
            again.open("Details of everything");
            again.until("the tab again", () -> again.has(ServerTabWindowTest::isTab));
            assertThat(again.lookup(".tab-pane .tab").queryAll()).as("no second one").hasSize(3);
        }
    }

    private static boolean isTab(Node node) {
        return node.getStyleClass().contains("server-tab");
    }

    /// What the windows keep of their tabs.
    private String kept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(data.resolve("tabs"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                all.append(Files.readString(file).replaceAll("\\s", ""));
            }
        }
        return all.toString();
    }

    private boolean isLogList(Node node) {
        return node instanceof ListView<?> && "Log messages".equals(node.getAccessibleText());
    }

    /// The server sends log messages from when it is asked to.
    private void log(WindowDriver window) {
        unfold(window, "Log");
        window.until("the log", () -> window.has(this::isLogList));
        window.interact(() -> level(window).setValue("debug"));
        window.until("the level", () -> !window.traced("logging/setLevel", "debug").isEmpty());
        window.open("toggle-simulated-logging");
        window.pressId("run");
        window.open("Details of everything");
        window.until(
                "a log message",
                () ->
                        window.has(node ->
                                isLogList(node) && !((ListView<?>) node).getItems().isEmpty()));
        window.snapshot("server-tab-log");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> level(WindowDriver window) {
        return (ComboBox<String>) window.lookup("#log-level").queryAs(ComboBox.class);
    }

    /// With the keys alone, from title to title.
    private static void unfold(WindowDriver window, String title) {
        window.interact(() ->
                window.lookup(".section-head").queryAll().stream()
                        .filter(node -> node.getAccessibleText().startsWith(title))
                        .forEach(node -> node.requestFocus()));
        window.push(KeyCode.RIGHT);
    }

    private static void completions(WindowDriver window) {
        window.open("completable-prompt");
        window.fill("department", "Eng");
        window.until("a suggestion", () -> suggests(window, "Engineering"));
        window.snapshot("completions");
        window.push(KeyCode.DOWN);
        window.push(KeyCode.ENTER);
        window.until("it is taken", () -> window.isTypingIn("Engineering"));
        window.fill("name", "");
        window.push(KeyCode.CONTROL, KeyCode.SPACE);
        window.until("those of the department", () -> suggests(window, "Charlie"));
        window.push(KeyCode.ESCAPE);
        window.until("none any more", () -> !suggests(window, "Charlie"));
        assertThat(window.traced("completion/complete", "name")).isNotEmpty();
    }

    private static boolean suggests(WindowDriver window, String value) {
        return window.has(node -> node instanceof ListCell<?> cell && value.equals(cell.getText()));
    }

    @Test
    void aModernServerIsShownWithWhatItIsListenedToFor() throws Exception {
        List<String> command = NpmServers.modern("stdio", "modern", "changing");
        try (WindowDriver window = connected("modern", command)) {
            window.until("the evidence", () -> window.says("modern: server/discover was answered"));
            unfold(window, "Instructions");
            window.until("the instructions", () -> window.says("Instructions"));
            unfold(window, "Subscriptions");
            window.until("listening", () -> window.says("listening since"));
            window.snapshot("server-tab-modern");
            subscribe(window);
            notifications(window);
        }
    }

    private static void subscribe(WindowDriver window) {
        window.interact(() -> {
            TextInputControl uri =
                    window.lookup((Node node) -> isUri(node)).queryAs(TextInputControl.class);
            uri.setText("test://counter");
            uri.requestFocus();
        });
        window.push(KeyCode.ENTER);
        window.until(
                "the subscription",
                () ->
                        window.has(node ->
                                "Unsubscribe from test://counter"
                                        .equals(node.getAccessibleText())));
    }

    private static boolean isUri(Node node) {
        return "URI of a resource to subscribe to".equals(node.getAccessibleText());
    }

    /// What the server tells of is seen in the tab, and the new tool is marked in the sidebar.
    private static void notifications(WindowDriver window) {
        window.open("touch");
        window.pressId("run");
        window.open("grow");
        window.pressId("run");
        window.until("the new tool", () -> window.says("grown"));
        window.until(
                "its mark",
                () -> window.has(node -> node instanceof Label l && "new".equals(l.getText())));
        window.open("Details of modern");
        window.until("the notification", () -> window.says("resources/updated"));
        window.until("the other one", () -> window.says("tools/list_changed"));
        window.snapshot("server-tab-notifications");
    }

    /// Between two connections a tool gets another description and one more required argument.
    @Test
    void aToolThatChangedSinceTheLastConnectionIsMarkedAtItsServer() throws Exception {
        List<String> command = new ArrayList<>(NpmServers.modern("stdio", "modern"));
        Path original = Path.of(command.get(1));
        // Beside the other, where its libraries are found.
        Path script = Files.createTempFile(original.getParent(), "changing", ".mjs");
        try {
            Files.copy(original, script, StandardCopyOption.REPLACE_EXISTING);
            command.set(1, script.toString());
            try (WindowDriver window = connected("modern", command)) {
                window.until("the first look", () -> window.says("as it was accepted"));
                Files.writeString(
                        script,
                        Files.readString(original)
                                .replace("'Says it again'", "'Says it again, for money'")
                                .replace(
                                        "required: ['message']",
                                        "required: ['message', 'region']"));
                window.open("Restart modern");
                seesTheChange(window);
            }
        } finally {
            Files.delete(script);
        }
    }

    private static void seesTheChange(WindowDriver window) {
        String words = "The catalogue of modern changed: 1 breaking, 1 in words only";
        window.until("the badge", () -> window.has(node -> isBadge(node, words)));
        assertThat(window.find(ListCell.class, ServerTabWindowTest::isServer).getAccessibleText())
                .isEqualTo("modern, connected. " + words);
        window.open("echo");
        window.snapshot("change-badge");
        window.clickOn(window.find(Node.class, node -> isBadge(node, words)));
        window.until("the change", () -> window.says("asks for region now"));
        assertThat(window.has(node -> node.isFocused() && saysChanges(node))).isTrue();
        window.snapshot("change-badge-clicked");
        window.press("Accept the changes");
        window.until("no badge", () -> !window.has(node -> isBadge(node, words)));
    }

    private static boolean isBadge(Node node, String words) {
        return node.getStyleClass().contains("change-badge")
                && words.equals(node.getAccessibleText());
    }

    private static boolean isServer(ListCell<?> cell) {
        return String.valueOf(cell.getAccessibleText()).startsWith("modern, ");
    }

    private static boolean saysChanges(Node node) {
        return String.valueOf(node.getAccessibleText()).startsWith("Changes, ");
    }
}
