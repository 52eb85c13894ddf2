package dev.benchlight.app.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.trace.TraceRecorder;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Objects;

/// The tabs on the demo server, started as a child process. Leaves pictures in `target/screens`.
@ExtendWith(ApplicationExtension.class)
class CallTabsOnDemoTest {
    private final Connections connections =
            new Connections(entry -> entry.config(), Entries.sessions(TraceRecorder.NONE));
    private final Connection demo = connections.add(Demo.entry());
    private final CallTabs tabs =
            new CallTabs(new QuietServices().on(new FxBatcher()), new Recalled());
    private @Nullable TabStage stage;

    @Start
    void start(Stage shown) {
        stage = new TabStage(shown, 900, 560);
    }

    @AfterEach
    void end() {
        connections.close();
    }

    private TabStage stage() {
        return Objects.requireNonNull(stage);
    }

    private void open(Place place, String draft) throws Exception {
        stage().open(tabs, demo, place, draft);
    }

    private void tool(FxRobot robot, String name, String arguments, String then) throws Exception {
        open(new Place.ToolPlace("demo", name), arguments);
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        stage().shows(then);
        stage().picture("tab-" + name);
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
        stage().shows("Cancelled");
        stage().picture("tab-cancelled");
        open(new Place.PromptPlace("demo", "postcard"), "");
        stage().shows("Get prompt");
        stage().picture("tab-prompt");
        open(new Place.ResourcePlace("demo", "demo://guide"), "");
        stage().shows(" ms  ·");
        stage().picture("tab-resource");
        open(new Place.TemplatePlace("demo", "demo://notes/{id}"), "{\"id\":\"packing\"}");
        stage().shows("Reads demo://notes/packing");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        stage().shows(" ms  ·");
        stage().picture("tab-template");
        tool(robot, "large_text", "{\"kilobytes\":10240}", "MB");
        assertThat(demo.snapshot().warnings()).isEmpty();
    }
}
