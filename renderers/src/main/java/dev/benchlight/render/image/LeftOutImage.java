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
    private final Callable<Rendering> image;
    private final Runnable save;

    LeftOutImage(String why, Callable<Rendering> image, Runnable save) {
        this.image = image;
        this.save = save;
        offer(why);
    }

    private void offer(String why) {
        Button show = Buttons.text("Show", this::show);
        getChildren().setAll(new Notice(why, show, Buttons.text("Save…", save)));
    }

    private void show() {
        setDisable(true);
        work.run(
                image,
                rendering -> {
                    setDisable(false);
                    getChildren().setAll(rendering.node());
                },
                failure -> {
                    setDisable(false);
                    offer("This image could not be shown: " + Aside.reason(failure));
                });
    }
}
