package dev.benchlight.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Screen;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TextViewTest {
    private final RecordingHost host = new RecordingHost();
    private Screen screen;
    private LineView view;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 640, 420);
    }

    private void show(FxRobot robot, String mediaType, String text) throws Exception {
        Rendering rendering =
                new TextRenderer().render(new RenderInput.Text("x.txt", mediaType, text), host);
        screen.show(
                robot,
                () -> {
                    Region node = (Region) rendering.node();
                    VBox.setVgrow(node, Priority.ALWAYS);
                    return node;
                });
        view = robot.lookup(".line-view").query();
    }

    private void copied(String text) throws Exception {
        Screen.await(() -> host.asked().contains("copy " + text));
    }

    @Test
    void itsSizeIsInBytesAndItsLinesAreCounted(FxRobot robot) throws Exception {
        show(robot, "", "grün\r\n日本\r\n");
        assertThat(screen.texts()).contains("15 B · 3 lines");
        screen.press(robot, "Copy all");
        copied("grün\r\n日本\r\n");
        screen.press(robot, "Save…");
        Screen.await(() -> host.asked().contains("save x.txt 15"));
    }

    @Test
    void searchGoesThroughTheHitsAndMindsCaseWhenAsked(FxRobot robot) throws Exception {
        show(robot, "", "Echo one\necho two\nECHO three\n" + "nothing\n".repeat(200) + "echo");
        robot.clickOn(view).push(KeyCode.CONTROL, KeyCode.HOME);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("echo");
        awaitText("1 of 4");
        assertThat(view.selection()).isEqualTo(new Selection(0, 4));
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.F3);
        assertThat(screen.texts()).contains("3 of 4");
        screen.picture(robot, "text-search");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(view.selection().from()).isEqualTo(9);
        screen.press(robot, "Match case");
        awaitText("1 of 2");
        screen.press(robot, "Previous hit (Shift+F3)");
        awaitText("2 of 2");
        assertThat(view.offsetAt(200, 0)).isGreaterThan(900);
        robot.interact(() -> robot.lookup(".text-field").queryAs(TextField.class).setText("nix"));
        awaitText("no hits");
        robot.clickOn(".text-field").push(KeyCode.ESCAPE);
        assertThat(screen.texts()).doesNotContain("no hits");
    }

    private void awaitText(String text) throws Exception {
        Screen.await(() -> {
            WaitForAsyncUtils.waitForFxEvents();
            return screen.texts().contains(text);
        });
    }

    @Test
    void textIsSelectedAndCopiedByKeyboardAndMouse(FxRobot robot) throws Exception {
        show(robot, "", "first\u0000 word\nsecond line\n");
        robot.clickOn(view);
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        robot.press(KeyCode.SHIFT).push(KeyCode.END).release(KeyCode.SHIFT);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        copied("first\\u0000 word");
        robot.push(KeyCode.DOWN).push(KeyCode.HOME);
        assertThat(view.selection()).isEqualTo(new Selection(12, 12));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        copied("first\\u0000 word\nsecond line\n");
        robot.moveTo(view).moveBy(-275, -185).doubleClickOn();
        robot.push(KeyCode.CONTROL, KeyCode.C);
        copied("first");
    }

    @Test
    void longLinesWrapOrScroll(FxRobot robot) throws Exception {
        show(robot, "application/json", Samples.ODD);
        screen.picture(robot, "text-odd");
        int wrapped = rows();
        screen.press(robot, "Wrap lines");
        Screen.await(() -> rows() < wrapped);
        screen.picture(robot, "text-unwrapped");
    }

    private int rows() {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.rows().count());
    }

    @Test
    void tenMegabytesAreShownWholeAndOnlyTheScreenIsDrawn(FxRobot robot) throws Exception {
        for (String text :
                List.of("x".repeat(10 << 20), "line\n".repeat(2 << 20), "\u0000".repeat(1 << 20))) {
            show(robot, "", text);
            Screen.await(() -> rows() > 5_000);
            robot.clickOn(view).push(KeyCode.CONTROL, KeyCode.END);
            assertThat(view.selection().caret()).isEqualTo(text.length());
            assertThat(view.offsetAt(0, 0)).isGreaterThan(text.length() * 9 / 10);
            // The canvas, two scroll bars with their parts, the colours: nothing for each line.
            assertThat(Screen.nodes(view)).isLessThan(60);
        }
    }
}
