package dev.benchlight.app.ui.asks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.result.FakeConnection;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.mcp.Asking;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// What a server is told of without asking, as its tab shows it.
class AskedSectionTest {
    private static final String CHANGED = "notifications/roots/list_changed";

    @TempDir private Path folder;
    private final FakeConnection connection = new FakeConnection();
    private final ScriptedWire wire = new ScriptedWire((_, _) -> {});
    private Asked asked;
    private McpSession session;
    private VBox node;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        asked = new Asked(folder);
        asked.kept.change("demo", kept -> kept.allowing(Asking.ROOTS, "print"));
        session =
                new McpSession(
                        connection.entry().config(),
                        SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                        asked.questions.handlers("print"),
                        _ -> {},
                        new SessionListener() {},
                        wire);
        session.connect().await();
        connection.over(session);
        QuietServices quiet = new QuietServices();
        AskServices services =
                new AskServices(
                        new FxBatcher(),
                        quiet.dialogs(),
                        quiet.workbench(),
                        _ -> {},
                        _ -> "print",
                        _ -> Optional.of(connection));
        node = OnFx.get(() -> (VBox) new AskedSection(connection, asked.kept, services).node());
    }

    @AfterEach
    void close() {
        session.close();
        // What is still to be written would be written into a folder that is being deleted.
        asked.kept.flush();
    }

    private List<ButtonBase> buttons() {
        return OnFx.get(
                () -> node.lookupAll(".button").stream().map(ButtonBase.class::cast).toList());
    }

    private void press(String name) {
        ButtonBase button =
                buttons().stream()
                        .filter(b ->
                                name.equals(b.getText())
                                        || String.valueOf(b.getAccessibleText()).startsWith(name))
                        .findFirst()
                        .orElseThrow();
        OnFx.get(() -> {
            button.fire();
            return true;
        });
    }

    @Test
    void aServerIsToldOnItsWireWhenItsFoldersChange() {
        OnFx.get(() -> {
            FoldersPane folders =
                    node.getChildren().stream()
                            .filter(FoldersPane.class::isInstance)
                            .map(FoldersPane.class::cast)
                            .findFirst()
                            .orElseThrow();
            ((TextField) folders.lookup(".text-field")).setText(folder.toString());
            return true;
        });
        assertThat(wire.sent(CHANGED)).isEmpty();
        press("Add");
        Await.until("the notification", () -> wire.sent(CHANGED).size() == 1);
        wire.say("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"roots/list\"}");
        Await.until(
                "the folder",
                () ->
                        wire.sent("").stream()
                                .anyMatch(sent ->
                                        sent.json()
                                                .at("/result/roots/0/uri")
                                                .asString("")
                                                .equals(folder.toUri().toString())));
        press("Take out");
        Await.until("another", () -> wire.sent(CHANGED).size() == 2);
    }

    @Test
    void whatIsAllowedIsTakenBack() {
        press("Ask again");
        assertThat(asked.kept.isAllowed("demo", "print", Asking.ROOTS)).isFalse();
        assertThat(
                        OnFx.get(() ->
                                node.lookupAll(".label").stream()
                                        .map(label -> ((Labeled) label).getText())
                                        .toList()))
                .contains("It is always asked before it is answered.");
    }
}
