package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyStdioServer;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The whole window with the demo server and with scripted ones.
@Timeout(600)
class WindowTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @Test
    void oneClickShowsAResultAndTheKeyboardAloneGoesOn() {
        try (WindowDriver window = new WindowDriver(folder, data)) {
            window.snapshot("window-first-start");
            window.pressId("try-demo");
            window.until("the result", () -> window.says("OK") && window.says("Markdown"));
            window.until("the picture in sight", () -> window.has(WindowTest::isPictureInSight));
            assertThat(window.traced("tools/call", "forecast")).hasSize(1);
            window.snapshot("window-demo");

            window.push(KeyCode.CONTROL, KeyCode.K);
            window.write("plantr", 0);
            window.snapshot("window-palette");
            window.push(KeyCode.ENTER);
            window.until("the other tab", () -> window.says("Plan a trip"));
            window.push(KeyCode.CONTROL, KeyCode.W);

            window.until("the keyboard in the form", () -> window.isTypingIn("Lisbon"));
            window.push(KeyCode.CONTROL, KeyCode.A);
            window.write("Porto", 0);
            window.push(KeyCode.CONTROL, KeyCode.ENTER);
            window.until(
                    "the second call", () -> window.traced("tools/call", "forecast").size() == 2);
            goRoundThePanes(window);
            // As a crash would find it: the window is still open.
            window.until("what was typed on the disk", () -> kept().contains("Porto"));
        }
        try (WindowDriver again = new WindowDriver(folder, data)) {
            again.until("the same tab", () -> again.says("Connect and run"));
            again.push(KeyCode.CONTROL, KeyCode.ENTER);
            again.until("the same text", () -> again.has(node -> isField(node, "Porto")));
            again.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            again.until("earlier calls", () -> again.lookup(".second-line").queryAll().size() >= 2);
            again.snapshot("window-history");
        }
        assertThat(kept()).contains("Porto");
    }

    @Test
    void anotherWorkspaceIsOpenedInPlaceOfThisOneAndRemembered() throws IOException {
        Path other = Files.createDirectories(data.resolve("other"));
        Path gone = data.resolve("gone");
        Files.writeString(
                data.resolve("window.json"),
                "{\"workspaces\": [\"%s\", \"%s\", 7]}".formatted(gone, other));
        try (WindowDriver window = new WindowDriver(folder, data)) {
            chooseWorkspace(window, gone);
            window.until("the refusal", () -> window.says("There is no folder " + gone));
            window.press("Close");
            assertThat(window.next()).isNull();
            chooseWorkspace(window, other);
            window.until("the other folder", () -> other.equals(window.next()));
        }
        assertThat(Files.readString(data.resolve("window.json"))).contains(folder.toString());
        try (WindowDriver again = new WindowDriver(other, data)) {
            assertThat(workspaces(again)).contains(folder.toString()).doesNotContain("7");
        }
    }

    @Test
    void aSharedFileIsNamedInsteadOfEditedAndNoNewServerTakesTheDemosName() throws IOException {
        Path shared = folder.resolve("mcp.json");
        Files.writeString(shared, "{\"mcpServers\": {\"team\": {\"command\": \"no-such\"}}}");
        try (WindowDriver window = new WindowDriver(folder, data)) {
            window.open("Connect team");
            window.press("Start this server");
            window.until("the failure", () -> window.says("was not found"));
            window.press("Edit…");
            window.until("where to edit", () -> window.has(node -> isField(node, shared)));
            window.snapshot("window-shared-file");
            window.press("Close");

            window.open("Try the demo server");
            window.until("the demo", () -> window.says("Weather forecast"));
            window.push(KeyCode.CONTROL, KeyCode.N);
            window.paste("{\"mcpServers\": {\"demo\": {\"url\": \"https://example.com/mcp\"}}}");
            window.press("Add");
            window.until("another name", () -> window.says("demo-2"));
        }
    }

    private static boolean isField(Node node, Path file) {
        return isField(node, file.toString());
    }

    private static void chooseWorkspace(WindowDriver window, Path wanted) {
        MenuButton menu = window.find(MenuButton.class, node -> "workspace".equals(node.getId()));
        window.interact(() ->
                menu.getItems().stream()
                        .filter(item -> wanted.toString().equals(item.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static List<String> workspaces(WindowDriver window) {
        return window
                .find(MenuButton.class, node -> "workspace".equals(node.getId()))
                .getItems()
                .stream()
                .map(item -> String.valueOf(item.getText()))
                .toList();
    }

    /// An Inspector that shows no row has nothing to put the keyboard on.
    private static void goRoundThePanes(WindowDriver window) {
        window.push(KeyCode.CONTROL, KeyCode.I);
        window.until("an empty Inspector", () -> window.says("Select a row"));
        for (Class<?> next : List.of(TableView.class, ListView.class, TextField.class)) {
            window.push(KeyCode.F6);
            window.until(
                    "the keyboard in a " + next.getSimpleName(),
                    () -> window.has(node -> next.isInstance(node) && node.isFocused()));
        }
    }

    /// Whether most of it stands in the pane, without scrolling.
    private static boolean isPictureInSight(Node node) {
        if (!node.getStyleClass().contains("image-stage")) {
            return false;
        }
        Node pane = node.getScene().lookup(".result-body");
        Bounds picture = node.localToScene(node.getLayoutBounds());
        return pane.localToScene(pane.getLayoutBounds())
                .contains(picture.getCenterX(), picture.getCenterY());
    }

    private static boolean isField(Node node, String text) {
        return node instanceof TextInputControl field && text.equals(field.getText());
    }

    private String kept() {
        try {
            return Files.readString(OpenTabs.path(data, folder, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void threePastedServersAreShownFirstAndAFailureSaysStepReasonAndWhatToTry() {
        try (WindowDriver window = new WindowDriver(folder, data)) {
            window.push(KeyCode.CONTROL, KeyCode.N);
            window.paste(threeServers());
            window.until("the preview", () -> window.says("Add 3 servers"));
            assertThat(window.lookup(".draft-row").queryAll()).hasSize(3);
            window.snapshot("window-add");
            assertThat(folder.resolve("servers")).doesNotExist();
            window.press("Add 3 servers");
            window.until("three rows", () -> window.says("broken") && window.says("remote"));
            assertThat(folder.resolve("servers")).isDirectoryContaining("glob:**/files.yaml");

            window.open("Connect broken");
            window.press("Start this server");
            window.until("the failure", () -> window.says("no configuration found"));
            List<String> texts =
                    window.lookup(".failure > .label").queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .toList();
            assertThat(texts).hasSize(3).first().asString().startsWith("Failed at: ");
            assertThat(texts.get(1)).contains("3");
            window.snapshot("window-failed-server");
        }
    }

    private static String threeServers() {
        List<String> command = FaultyStdioServer.command("exit-before-handshake");
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode servers = root.putObject("mcpServers");
        ObjectNode broken = servers.putObject("broken").put("command", command.getFirst());
        command.stream().skip(1).forEach(broken.putArray("args")::add);
        servers.putObject("remote").put("url", "https://example.com/mcp");
        servers.putObject("files").put("command", "npx").putArray("args").add("-y").add("files");
        return root.toPrettyString();
    }
}
