package dev.benchlight.app.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.render.Screen;
import dev.benchlight.trace.TraceRecorder;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// The tabs on the demo server, started as a child process. Leaves pictures in `target/screens`.
@ExtendWith(ApplicationExtension.class)
class CallTabsOnDemoTest {
    private final Connections connections =
            new Connections(entry -> entry.config(), Entries.sessions(TraceRecorder.NONE));
    private final Connection demo = connections.add(Demo.entry());
    private final CallTabs tabs =
            new CallTabs(new QuietServices().on(new FxBatcher()), new Recalled());
    private final StackPane root = new StackPane();

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        stage.setScene(new Scene(root, 900, 560));
        stage.show();
    }

    @AfterEach
    void end() {
        connections.close();
    }

    private void open(Place place, String draft) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            TabContent opened = tabs.open(demo, place, draft);
                            root.getChildren().setAll(opened.node());
                        })
                .get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void tool(FxRobot robot, String name, String arguments, String then) throws Exception {
        open(new Place.ToolPlace("demo", name), arguments);
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        shows(robot, then);
        picture(robot, "tab-" + name);
    }

    @Test
    void theDemosToolsPromptsAndResourcesAreShownInTheirTabs(FxRobot robot) throws Exception {
        tool(robot, "forecast", "", "image/png");
        tool(robot, "statistics", "{\"numbers\":[1,2.5,4]}", "matches the output schema");
        tool(robot, "fail", "", "The tool reported an error");
        tool(robot, "echo", "{}", "Not sent");
        tool(robot, "plan_trip", "", "Not sent");
        tool(robot, "countdown", "{\"steps\":50,\"pauseMs\":200}", "step 2 of 50");
        robot.interact(() -> robot.lookup("#cancel").queryButton().fire());
        shows(robot, "Cancelled");
        picture(robot, "tab-cancelled");
        open(new Place.PromptPlace("demo", "postcard"), "");
        shows(robot, "Get prompt");
        picture(robot, "tab-prompt");
        open(new Place.ResourcePlace("demo", "demo://guide"), "");
        shows(robot, " ms  ·");
        picture(robot, "tab-resource");
        open(new Place.TemplatePlace("demo", "demo://notes/{id}"), "{\"id\":\"packing\"}");
        shows(robot, "Reads demo://notes/packing");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        shows(robot, " ms  ·");
        picture(robot, "tab-template");
        tool(robot, "large_text", "{\"kilobytes\":10240}", "MB");
        assertThat(demo.snapshot().warnings()).isEmpty();
    }

    private static void shows(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> {
                    WaitForAsyncUtils.waitForFxEvents();
                    return OnFx.get(() ->
                            robot.lookup(node -> shownWith(node, text)).tryQuery().isPresent());
                });
    }

    private static boolean shownWith(Node node, String text) {
        return node instanceof Labeled labeled
                && labeled.isVisible()
                && labeled.getText() != null
                && labeled.getText().contains(text);
    }

    private void picture(FxRobot robot, String name) throws Exception {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            robot.interact(theme::apply);
            Screen.save(root.getScene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }
}
