package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.tools.ToolSubject;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import tools.jackson.databind.json.JsonMapper;

import java.util.concurrent.TimeUnit;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class CallTabTest {
    private static final String TOOL =
            """
            {"name": "wipe", "title": "Wipe disk", "description": "Removes\\u200b everything.",
             "inputSchema": {"type": "object"}, "annotations": {"destructiveHint": true}}
            """;

    private final FakeConnection connection = new FakeConnection();
    private final ScriptedExchange server = new ScriptedExchange();
    private final QuietServices services = new QuietServices();
    private CallTab tab;

    @Start
    void start(Stage stage) {
        tab =
                new CallTab(
                        services.on(new FxBatcher()),
                        connection,
                        server,
                        new ToolSubject("wipe"),
                        new Consent(),
                        "");
        stage.setScene(new Scene((Region) tab.node(), 900, 560));
        stage.show();
    }

    private static void shows(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    WaitForAsyncUtils.waitForFxEvents();
                    return OnFx.get(() ->
                            robot.lookup(node -> visibleWith(node, text)).tryQuery().isPresent());
                });
    }

    private static boolean visibleWith(Node node, String text) {
        String shown =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case Text words -> words.getText();
                    default -> null;
                };
        return node.isVisible() && shown != null && shown.contains(text);
    }

    @Test
    void aDestructiveToolIsAskedAboutRunAndItsErrorShown(FxRobot robot) throws Exception {
        shows(robot, "Connect and run");
        shows(robot, "is not known until its server is connected");
        shows(robot, "not checked");
        connection.ready(TOOL);
        shows(robot, "claims destructive");
        shows(robot, "valid");
        shows(robot, "Removes⟦U+200B⟧ everything.");
        robot.interact(tab::focus);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#run").query().isFocused()).as("nothing is to fill in").isTrue();
        services.agree(false);
        robot.clickOn("#run");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(server.sent()).isEmpty();
        services.agree(true);
        robot.clickOn("#run");
        shows(robot, "Waiting for the answer");
        server.answer(
                new Outcome.ToolError<>(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"isError\":true,\"content\":[{\"type\":\"text\","
                                                + "\"text\":\"disk is busy\"}]}"),
                        Problem.of("tool-error", Layer.TOOL, "disk is busy")));
        shows(robot, "The tool reported an error");
        robot.clickOn("#run");
        shows(robot, "Waiting for the answer");
        robot.clickOn("#cancel");
        shows(robot, "Cancelled");
        shows(robot, "Try again");
        connection.ready("{\"name\":\"other\",\"inputSchema\":{\"type\":\"object\"}}");
        shows(robot, "does not list this tool");
    }
}
