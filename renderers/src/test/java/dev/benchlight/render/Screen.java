package dev.benchlight.render;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/// A window with renderings in it, for tests. Pictures go to `target/screens`.
public final class Screen {
    private final Stage stage;
    private final VBox content = new VBox(12);

    /// To be made on the JavaFX thread.
    public Screen(Stage stage, double width, double height) {
        this.stage = stage;
        Scene scene = new Scene(content, width, height);
        var sheet = Screen.class.getResource("render.css");
        if (sheet != null) {
            scene.getStylesheets().add(sheet.toExternalForm());
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    /// Renders on the calling thread, which is not the JavaFX thread, and shows the nodes one below
    /// the other.
    public void show(FxRobot robot, Rendering... renderings) {
        robot.interact(() -> {
            content.getChildren().clear();
            for (Rendering rendering : renderings) {
                content.getChildren().add(rendering.node());
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    public Scene scene() {
        return stage.getScene();
    }

    /// All text of labels and buttons below the node, and the names of icon buttons in brackets.
    public static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Labeled labeled && labeled.isVisible()) {
            String text = labeled.getText();
            if (text != null && !text.isEmpty()) {
                texts.add(text);
            } else if (labeled.getAccessibleText() != null) {
                texts.add("[" + labeled.getAccessibleText() + "]");
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    /// How many nodes there are at and below this one.
    public static int nodes(Node node) {
        return 1
                + (node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().mapToInt(Screen::nodes).sum()
                        : 0);
    }

    public List<String> texts() {
        return texts(content);
    }

    /// Presses the button with this text or name.
    public void press(FxRobot robot, String name) {
        robot.interact(() ->
                robot.lookup(node ->
                                node instanceof Labeled labeled
                                        && (name.equals(labeled.getText())
                                                || name.equals(labeled.getAccessibleText())))
                        .queryAs(ButtonBase.class)
                        .fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static void await(BooleanSupplier state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, state::getAsBoolean);
    }

    /// Saves the window in light and in dark as `NAME-light.png` and `NAME-dark.png`.
    public void picture(FxRobot robot, String name) throws IOException {
        robot.interact(() ->
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
        save(scene(), name + "-dark");
        robot.interact(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        save(scene(), name + "-light");
    }

    /// Saves what a scene shows as `NAME.png`. Not for the JavaFX thread.
    public static void save(Scene scene, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Image shot = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> scene.snapshot(null));
        Path folder = Files.createDirectories(Path.of("target", "screens"));
        ImageIO.write(
                SwingFXUtils.fromFXImage(shot, null),
                "png",
                folder.resolve(name + ".png").toFile());
    }
}
