package dev.benchlight.app.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.server.ServerTab;
import dev.benchlight.app.ui.tabs.CallTabs;
import dev.benchlight.app.ui.tabs.Recalled;
import dev.benchlight.app.ui.tabs.TabStage;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.ScriptedWire.Sent;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Objects;

/// Tasks as 2025-11-25 has them: the client wants them, and the server lists them. Leaves pictures
/// in `target/screens`.
@ExtendWith(ApplicationExtension.class)
class AskedForTasksTest {
    private static final String CAPABILITIES =
            "{'tools':{},'tasks':{'list':{},'cancel':{},'requests':{'tools':{'call':{}}}}}";
    private static final String TOOLS =
            """
            {'tools':[{'name':'must','inputSchema':{},'execution':{'taskSupport':'required'}},
             {'name':'may','inputSchema':{},'execution':{'taskSupport':'optional'}},
             {'name':'never','inputSchema':{}}]}
            """;

    private volatile String status = "working";
    private final ScriptedWire wire =
            new ScriptedWire(this::hear).declaring(CAPABILITIES.replace('\'', '"'));
    private final Connections connections =
            new Connections(ServerEntry::config, Entries.scripted(wire));
    private final Connection server =
            connections.add(
                    new ServerEntry(
                            Entries.stdio("scripted", "none", List.of()),
                            null,
                            ServerEntry.Origin.BUILT_IN));
    private final TabServices services = new QuietServices().on(new FxBatcher());
    private final CallTabs tabs = new CallTabs(services, new Recalled());
    private @Nullable TabStage stage;

    private static String task(String id, String state) {
        return "{'taskId':'"
                + id
                + "','status':'"
                + state
                + "','statusMessage':'Digging','createdAt':'2026','lastUpdatedAt':'2026',"
                + "'ttl':60000,'pollInterval':0}";
    }

    private void hear(ScriptedWire to, Sent sent) {
        String result =
                switch (sent.method()) {
                    case "tools/list" -> TOOLS;
                    case "tools/call" ->
                            sent.json().path("params").has("task")
                                    ? "{'task':" + task("t-1", "working") + "}"
                                    : "{'content':[{'type':'text','text':'at once'}]}";
                    case "tasks/get" -> task("t-1", status);
                    case "tasks/list" ->
                            "{'tasks':["
                                    + task("t-1", status)
                                    + ","
                                    + task("t-2", "completed")
                                    + "]}";
                    case "tasks/result" -> "{'content':[{'type':'text','text':'dug out'}]}";
                    default -> "{}";
                };
        if (sent.json().has("id")) {
            to.result(sent, result.replace('\'', '"'));
        }
    }

    @Start
    void start(Stage shown) {
        stage = new TabStage(shown, 1000, 480);
    }

    @AfterEach
    void end() {
        connections.close();
    }

    private TabStage stage() {
        return Objects.requireNonNull(stage);
    }

    private TabContent tool(String name) throws Exception {
        TabContent tab = stage().open(tabs, server, new Place.ToolPlace("scripted", name), "");
        stage().shows(name);
        return tab;
    }

    private boolean chooses() {
        return OnFx.get(() -> stage().scene().lookup("#as-task").isVisible());
    }

    @Test
    void aToolIsCalledAsATaskWhereTheUserWantsItOrItMustBe(FxRobot robot) throws Exception {
        server.connect();
        TabContent may = tool("may");
        stage().shows("As a task");
        assertThat(chooses()).isTrue();
        robot.interact(may::run);
        stage().shows("OK");
        assertThat(wire.sent("tools/call").getLast().json().path("params").has("task")).isFalse();
        stage().press("As a task");
        robot.interact(may::run);
        stage().shows("task t-1 working · polled");
        stage().picture("task-wanted");
        status = "completed";
        stage().shows("OK");
        assertThat(wire.sent("tasks/result")).hasSize(1);

        tool("must");
        stage().shows("As a task");
        assertThat(OnFx.get(() -> stage().button("As a task").isDisabled())).isTrue();
        tool("never");
        assertThat(chooses()).isFalse();
    }

    @Test
    void theServersTasksAreListedInItsTab() throws Exception {
        server.connect();
        stage().open(
                        (connection, _, draft) ->
                                new ServerTab(
                                        connection,
                                        services.batcher(),
                                        services.workbench(),
                                        List.of(new TasksSection(connection, services)),
                                        draft),
                        server,
                        new Place.ServerPlace("scripted"),
                        "");
        stage().shows("none known");
        stage().press("List all");
        stage().shows("1 of 2 running");
        stage().shows("of another session");
        stage().picture("tasks-listed");
    }
}
