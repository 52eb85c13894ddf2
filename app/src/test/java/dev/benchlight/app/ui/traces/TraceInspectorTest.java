package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.render.Screen;
import dev.benchlight.render.standard.StandardRenderers;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TraceInspectorTest {
    private final TraceStore store = TraceStore.inMemory();
    private final NotedActions actions = new NotedActions();
    private TraceInspector inspector;
    private Stage stage;

    @Start
    void start(Stage shown) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        inspector = new TraceInspector(store, new FxBatcher(), actions);
        stage = shown;
        Scene scene = new Scene(new javafx.scene.layout.StackPane(inspector.node()), 380, 700);
        scene.getStylesheets().add("/dev/benchlight/app/ui/app.css");
        scene.getStylesheets().add(StandardRenderers.stylesheet());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        inspector.close();
        store.close();
    }

    @Test
    void aCallOfARealServerIsShownInAllItsTabs(FxRobot robot) throws Exception {
        assertThat(OnFx.get(() -> robot.lookup("Select a row in the traces below").tryQuery()))
                .isPresent();
        List<SpanId> spans = call();

        inspector.show(spans.getFirst());
        awaitMethod(robot, "connect");
        Screen.save(stage.getScene(), "inspector-connect-light");
        assertThat(tab(robot, "HTTP").isDisabled()).isTrue();

        inspector.show(spans.getLast());
        awaitMethod(robot, "tools/call");
        for (String title : List.of("Overview", "Request", "Response", "Frames")) {
            Tab tab = tab(robot, title);
            assertThat(tab.isDisabled()).as(title).isFalse();
            robot.interact(() -> tab.getTabPane().getSelectionModel().select(tab));
            Screen.save(
                    stage.getScene(),
                    "inspector-" + title.toLowerCase(java.util.Locale.ROOT) + "-light");
        }
        robot.interact(() -> robot.lookup("Re-run").queryAs(Button.class).fire());
        robot.interact(() -> robot.lookup("Edit & replay").queryAs(Button.class).fire());
        assertThat(actions.done).containsExactly("re-run forecast", "edit forecast");
        robot.interact(() ->
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
        for (String title : List.of("Overview", "Response", "Frames")) {
            Tab tab = tab(robot, title);
            robot.interact(() -> tab.getTabPane().getSelectionModel().select(tab));
            Screen.save(
                    stage.getScene(),
                    "inspector-" + title.toLowerCase(java.util.Locale.ROOT) + "-dark");
        }
        timings(robot);
    }

    private void timings(FxRobot robot) throws Exception {
        Events events = new Events(store);
        SpanId span = events.start("tools/call", "echo");
        events.request(span, "{\"id\":1}");
        events.stderr("warning: \u001b[33mslow disk\u001b[0m");
        events.timing(
                span,
                "DNS 0.80 ms · connect 1.20 ms · TLS 9.10 ms · first byte 31.00 ms",
                "{\"dnsMs\":0.80,\"connectMs\":1.20,\"tlsMs\":9.10,\"firstByteMs\":31.00}");
        inspector.show(span);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> OnFx.get(() -> robot.lookup("Running").tryQuery().isPresent()));
        events.end(span, SpanStatus.TOOL_ERROR, "The tool said: no such city");
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> OnFx.get(() -> robot.lookup("Tool error").tryQuery().isPresent()));
        for (String title : List.of("HTTP", "stderr", "Overview")) {
            Tab tab = tab(robot, title);
            assertThat(tab.isDisabled()).isFalse();
            robot.interact(() -> tab.getTabPane().getSelectionModel().select(tab));
            Screen.save(
                    stage.getScene(),
                    "inspector-ended-" + title.toLowerCase(java.util.Locale.ROOT) + "-dark");
        }
    }

    private List<SpanId> call() throws Exception {
        List<SpanId> spans = new ArrayList<>();
        try (McpSession session =
                new McpSession(
                        Demo.entry().config(),
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        store,
                        new SessionListener() {})) {
            var connect = session.connect();
            connect.await();
            spans.add(connect.span());
            var call =
                    session.callTool(
                            Demo.FIRST_TOOL,
                            JsonMapper.shared().readTree("{\"city\":\"Bergen\",\"days\":3}"),
                            CallOptions.DEFAULT);
            call.await();
            spans.add(call.span());
        }
        return spans;
    }

    private static void awaitMethod(FxRobot robot, String method) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () ->
                        OnFx.get(() ->
                                robot.lookup(".inspector-method").queryAllAs(Label.class).stream()
                                        .anyMatch(label -> label.getText().equals(method))));
    }

    private static Tab tab(FxRobot robot, String title) {
        return OnFx.get(() ->
                robot.lookup(".tab-pane").queryAs(TabPane.class).getTabs().stream()
                        .filter(tab -> tab.getText().equals(title))
                        .findFirst()
                        .orElseThrow());
    }
}
