package dev.benchlight.render.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Screen;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ImageViewTest {
    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 640, 620);
    }

    @Test
    void anImageIsFittedZoomedAndSaved(FxRobot robot) throws Exception {
        screen.show(
                robot,
                rendering("", "image/jpeg", Pictures.encoded("png", 900, 300)),
                rendering("", "image/png", Pictures.claimingPng(50_000, 50_000)),
                rendering("a.gif", "image/gif", new byte[0]),
                rendering("anim.gif", "image/gif", Pictures.animatedGif()));
        assertThat(screen.texts().getFirst()).startsWith("PNG image · 900 × 300 · ");
        assertThat(screen.texts())
                .contains("Declared as image/jpeg, but its bytes are those of a PNG image.")
                .contains("Declared as image/gif, but this is empty.");
        screen.picture(robot, "image");

        ImageView view = robot.lookup(node -> node instanceof ImageView).query();
        assertThat(view.getFitWidth()).isEqualTo(640);
        robot.interact(() -> view.fireEvent(controlWheel(40)));
        assertThat(view.getFitWidth()).isEqualTo(675);
        screen.press(robot, "Actual size, 100 % (Ctrl+0)");
        assertThat(view.getFitWidth()).isEqualTo(900);
        screen.press(robot, "Zoom in (Ctrl++)");
        assertThat(screen.texts()).contains("150 %");
        screen.picture(robot, "image-zoomed");
        screen.press(robot, "Fit");
        assertThat(view.getFitWidth()).isEqualTo(640);

        robot.interact(() ->
                robot.lookup(".render-notice .button")
                        .queryAllAs(javafx.scene.control.Button.class)
                        .forEach(javafx.scene.control.Button::fire));
        assertThat(host.asked())
                .anyMatch(line -> line.startsWith("save image.png "))
                .contains("save a.gif 0");
    }

    @Test
    void whatTogetherIsTooLargeIsLeftOutUntilAskedFor(FxRobot robot) throws Exception {
        byte[] large = Pictures.encoded("png", 3_200, 3_000);
        screen.show(
                robot,
                rendering("", "image/png", large),
                rendering("", "image/png", large),
                rendering("", "image/png", large));
        assertThat(images(robot)).isEqualTo(2);
        assertThat(screen.texts())
                .contains(
                        "PNG image of 3,200 × 3,000 pixels, left out to save memory: the images"
                                + " before it hold much already.");
        screen.picture(robot, "image-left-out");

        robot.interact(() -> robot.lookup("Show").queryAs(Button.class).fire());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> images(robot) == 3);
        assertThat(host.pixels().take(1_000_000)).as("both shown hold theirs").isFalse();
        screen.show(robot, () -> new Label("gone"));
        assertThat(host.pixels().take(9_600_000)).isTrue();
    }

    @Test
    void aLeftOutImageThatCannotBeShownSaysWhyAndCanBeTriedAgain(FxRobot robot) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Callable<Rendering> image =
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IOException("bad block");
                    }
                    return () -> new Label("the image");
                };
        screen.show(robot, () -> new LeftOutImage("Left out.", image, () -> {}));

        screen.press(robot, "Show");
        Screen.await(() ->
                screen.texts().contains("This image could not be shown: IOException: bad block"));
        screen.press(robot, "Show");
        Screen.await(() -> screen.texts().contains("the image"));
    }

    private static int images(FxRobot robot) {
        return robot.lookup(node -> node instanceof ImageView).queryAll().size();
    }

    private static ScrollEvent controlWheel(double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                HorizontalTextScrollUnits.NONE,
                0,
                VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private Rendering rendering(String name, String type, byte[] bytes) throws Exception {
        return new ImageRenderer().render(new RenderInput.Bytes(name, type, bytes), host);
    }
}
