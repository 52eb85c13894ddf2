package dev.benchlight.render.hex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Screen;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.charset.StandardCharsets;
import java.util.Random;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class HexViewTest {
    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 640, 420);
    }

    @Test
    void tenMegabytesAreWalkedAndCopied(FxRobot robot) throws Exception {
        byte[] bytes = new byte[10 << 20];
        new Random(1).nextBytes(bytes);
        System.arraycopy(
                "Hello, wörld!---".getBytes(StandardCharsets.UTF_8), 0, bytes, 0x10000, 16);
        screen.show(
                robot, new HexRenderer().render(new RenderInput.Bytes("a.bin", "", bytes), host));
        ListView<String> list = robot.lookup(".hex-rows").queryListView();
        assertThat(list.getItems()).hasSize(655_360);
        assertThat(screen.texts()).contains("binary data · 10.0 MB");
        assertThat(robot.lookup(".hex-rows .list-cell").queryAll().size()).isLessThan(100);

        robot.interact(list::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        robot.write("0x1000c").push(KeyCode.ENTER);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(0x1000);
        assertThat(list.isFocused()).isTrue();
        screen.picture(robot, "hex");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Screen.await(() -> host.asked().size() == 1);
        assertThat(host.asked().getFirst()).startsWith("copy 00010000  48 65 6c");
        robot.interact(() -> list.getContextMenu().getItems().get(2).fire());
        Screen.await(() -> host.asked().size() == 2);
        assertThat(host.asked().get(1)).isEqualTo("copy Hello, wörld!--");

        robot.push(KeyCode.CONTROL, KeyCode.G);
        robot.write("99999999").push(KeyCode.ENTER);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(0x1000);
        screen.press(robot, "Save…");
        assertThat(host.asked()).contains("save a.bin 10485760");
    }
}
