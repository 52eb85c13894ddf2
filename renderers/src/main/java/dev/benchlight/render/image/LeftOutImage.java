package dev.benchlight.render.image;

import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import java.util.concurrent.Callable;

/// The place of an image that is decoded only when the user says so. Only on the JavaFX thread.
final class LeftOutImage extends StackPane {
    private final Aside work = new Aside("left-out image");

    LeftOutImage(String why, Callable<Rendering> image, Runnable save) {
        Button show = Buttons.text("Show", () -> show(image));
        getChildren().add(new Notice(why, show, Buttons.text("Save…", save)));
    }

    private void show(Callable<Rendering> image) {
        setDisable(true);
        work.run(
                image,
                rendering -> {
                    setDisable(false);
                    getChildren().setAll(rendering.node());
                });
    }
}
