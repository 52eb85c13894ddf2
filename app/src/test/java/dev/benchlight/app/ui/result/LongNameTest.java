package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.tools.ToolSubject;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;

@ExtendWith(ApplicationExtension.class)
class LongNameTest {
    @Start
    void start(Stage stage) {
        CallTab tab =
                new CallTab(
                        new QuietServices().on(new FxBatcher()),
                        new FakeConnection(),
                        new ScriptedExchange(),
                        new ToolSubject("n".repeat(100_000)),
                        new Consent(),
                        "");
        stage.setScene(new Scene((Region) tab.node(), 900, 560));
        // An earlier test may have drawn the window to another size.
        stage.setWidth(900);
        stage.setHeight(560);
        stage.show();
    }

    @Test
    void aNameWithoutEndLeavesRoomForTheTab(FxRobot robot) throws Exception {
        for (String part : List.of("#run", ".status-line", ".call-title")) {
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> within(robot.lookup(part).query()));
        }
    }

    @Test
    void noArgumentsAreShownBeforeTheirSchemaIsKnown(FxRobot robot) throws Exception {
        assertThat(OnFx.get(() -> robot.lookup(".arguments-editor").query().isVisible())).isFalse();
    }

    private static boolean within(Node node) throws Exception {
        return OnFx.get(() -> {
            Bounds at = node.localToScene(node.getLayoutBounds());
            return at.getMinX() >= 0 && at.getMaxX() <= 900 && at.getMaxY() <= 560;
        });
    }
}
