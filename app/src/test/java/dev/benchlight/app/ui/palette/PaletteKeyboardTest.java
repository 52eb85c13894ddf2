package dev.benchlight.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.OnFx;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class PaletteKeyboardTest {
    private TextField below;
    private Palette palette;

    @Start
    void start(Stage stage) {
        below = new TextField();
        palette = new Palette(() -> List.of());
        stage.setScene(new Scene(new StackPane(below, palette), 600, 400));
        stage.show();
    }

    @Test
    void whatAsksForTheKeyboardLaterGetsItWhenThePaletteIsHidden(FxRobot robot) {
        robot.interact(palette::show);
        robot.write("ab", 0);
        robot.interact(below::requestFocus);
        robot.write("c", 0);
        robot.push(KeyCode.TAB);
        robot.write("d", 0);

        TextField field = robot.lookup("#palette-field").query();
        String typed = OnFx.get(field::getText);
        assertThat(typed).isEqualTo("abcd");
        robot.push(KeyCode.ESCAPE);
        robot.write("e", 0);
        typed = OnFx.get(below::getText);
        assertThat(typed).isEqualTo("e");
    }
}
