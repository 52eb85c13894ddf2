package dev.benchlight.app.ui.apps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.ui.extensions.ExtensionsSection;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.server.ServerTab;
import dev.benchlight.app.ui.tabs.CallTabs;
import dev.benchlight.app.ui.tabs.Recalled;
import dev.benchlight.app.ui.tabs.TabStage;
import dev.benchlight.app.ui.tasks.TasksSection;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the window shows of tasks, extensions and apps, on a real server. Leaves pictures in
/// `target/screens`.
@ExtendWith(ApplicationExtension.class)
class TasksAndAppsTest {
    private final Process server;
    private final Connections connections =
            new Connections(
                    ServerEntry::config,
                    (config, listener) ->
                            new McpSession(
                                    config,
                                    SessionOptions.DEFAULT,
                                    ClientHandlers.NONE,
                                    TraceRecorder.NONE,
                                    listener));
    private final Connection modern;
    private final QuietServices quiet = new QuietServices();
    private @Nullable TabStage stage;
    private TabFactory tabs = (_, _, _) -> missing();

    TasksAndAppsTest() throws IOException {
        server =
                new ProcessBuilder(NpmServers.modern("http", "modern", "tasks"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        URI url = URI.create(server.inputReader().readLine());
        modern =
                connections.add(
                        new ServerEntry(
                                new ServerConfig.Http("modern", url, Map.of()),
                                null,
                                ServerEntry.Origin.BUILT_IN));
    }

    private static TabContent missing() {
        throw new AssertionError("no tab of this kind");
    }

    @Start
    void start(Stage shown) {
        TabServices calm = quiet.on(new FxBatcher());
        TabServices services =
                new TabServices(
                        calm.batcher(),
                        new StageDialogs(shown),
                        calm.workbench(),
                        calm.asked(),
                        calm.renderers(),
                        calm.raw(),
                        calm.outside());
        tabs = tabs(services, new CallTabs(services, new Recalled()));
        stage = new TabStage(shown, 1000, 620);
    }

    private static TabFactory tabs(TabServices services, TabFactory calls) {
        return (connection, place, draft) ->
                place instanceof Place.ServerPlace
                        ? new ServerTab(
                                connection,
                                services.batcher(),
                                services.workbench(),
                                List.of(
                                        new TasksSection(connection, services),
                                        new ExtensionsSection(connection)),
                                draft)
                        : calls.open(connection, place, draft);
    }

    @AfterEach
    void end() {
        connections.close();
        server.destroy();
    }

    private TabStage stage() {
        return Objects.requireNonNull(stage);
    }

    private TabContent open(Place place, String draft) throws Exception {
        return stage().open(tabs, modern, place, draft);
    }

    @Test
    void aTaskIsShownWhileItRunsAndListedWhenItsTabIsClosed(FxRobot robot) throws Exception {
        modern.connect();
        TabContent call = open(new Place.ToolPlace("modern", "slow"), "{\"polls\": 100000}");
        robot.interact(call::run);
        stage().shows("task ä-1 working · polled");
        stage().picture("task-running");
        robot.interact(call::close);

        open(new Place.ServerPlace("modern"), "");
        stage().shows("1 of 1 running");
        stage().press("Poll");
        stage().press("Extensions");
        stage().shows("io.modelcontextprotocol/tasks");
        stage().picture("task-listed");
        stage().press("Cancel");
        stage().shows("task ä-1 cancelled");
        assertThat(quiet.told()).doesNotContain("The task failed");
    }

    @Test
    void anAppIsListedLintedAndOpenedOnlyOnceThatIsConfirmed(FxRobot robot) throws Exception {
        modern.connect();
        open(new Place.ToolPlace("modern", "chart"), "");
        stage().shows("App");
        stage().press("App");
        stage().shows("app-wildcard");
        stage().shows("camera, teleport (not granted)");
        Scene dialog =
                OnFx.get(() ->
                        Window.getWindows().stream()
                                .map(Window::getScene)
                                .filter(scene -> scene.lookup("#open-app") != null)
                                .findFirst()
                                .orElseThrow());
        stage().shows("ui://modern/chart · text/html");
        stage().picture(dialog, "app");
        stage().press("Open in system browser");
        stage().shows("“modern” sent this page");
        assertThat(quiet.told()).noneMatch(told -> told.startsWith("show "));
        Scene question = OnFx.get(() -> Window.getWindows().getLast().getScene());
        stage().picture(question, "app-question");
        stage().press("Open in browser");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> quiet.told().stream().anyMatch(told -> told.startsWith("show <!doctype")));
        assertThat(quiet.told())
                .anyMatch(told -> told.contains("connect-src https://api.example.com;"))
                .noneMatch(told -> told.contains("browse http"));
    }
}
