package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.tools.ToolSubject;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Objects;

/// What was typed comes back after a reset.
@ExtendWith(ApplicationExtension.class)
class CallTabUndoTest {
    private static final String TOOL =
            """
            {"name": "note", "inputSchema": {"type": "object", "properties": {
              "text": {"type": "string"}}}}
            """;
    private static final String TYPED = "{\"text\": \"typed by hand\", \"more\": 1.0}";

    private final FakeConnection connection = new FakeConnection();
    private @Nullable CallTab tab;

    @Start
    void start(Stage stage) {
        connection.ready(TOOL);
        CallTab opened =
                new CallTab(
                        new QuietServices().on(new FxBatcher()),
                        connection,
                        new ScriptedExchange(),
                        new ToolSubject("note"),
                        new Consent(),
                        TYPED);
        tab = opened;
        stage.setScene(new Scene((Region) opened.node(), 900, 560));
        stage.show();
    }

    @Test
    void aResetIsTakenBackByKeyOrButtonAndSoIsThat(FxRobot robot) {
        assertThat(draft()).isEqualTo(TYPED);
        reset(robot);
        assertThat(draft()).doesNotContain("hand");
        assertThat(undoShown(robot)).isTrue();

        robot.clickOn(field(robot));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(draft()).isEqualTo(TYPED);

        reset(robot);
        robot.clickOn(field(robot));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("since then", 0);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(draft()).as("Ctrl+Z is the field's own").doesNotContain("hand");

        robot.clickOn(field(robot));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("since then", 0);
        robot.clickOn("#undo-arguments");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(draft()).isEqualTo(TYPED);
        robot.clickOn("#undo-arguments");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(draft()).contains("since then");
    }

    @Test
    void everyKeyIsInTheDraftAtOnceAlsoWhileTheArgumentsAreBeingChecked(FxRobot robot) {
        TextInputControl field = field(robot);
        for (int i = 0; i < 20; i++) {
            String text = "key " + i;
            assertThat(
                            OnFx.get(() -> {
                                field.setText(text);
                                return Objects.requireNonNull(tab).draftProperty().get();
                            }))
                    .contains(text + "\"");
        }
    }

    private static void reset(FxRobot robot) {
        robot.clickOn((Node node) -> "Reset arguments".equals(node.getAccessibleText()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextInputControl field(FxRobot robot) {
        return OnFx.get(() ->
                Objects.requireNonNull(
                        robot.lookup((Node node) ->
                                        node instanceof TextInputControl field
                                                && field.isVisible()
                                                && "text".equals(field.getAccessibleText()))
                                .queryAs(TextInputControl.class)));
    }

    private static boolean undoShown(FxRobot robot) {
        return OnFx.get(() -> robot.lookup("#undo-arguments").query().getParent().isVisible());
    }

    private String draft() {
        return OnFx.get(() -> Objects.requireNonNull(tab).draftProperty().get());
    }
}
