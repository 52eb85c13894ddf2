package dev.benchlight.render.audio;

import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.concurrent.Task;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

import javax.sound.sampled.Clip;

/// Play, pause and seek. The device is opened at the first play and closed when the pane leaves the
/// window. Only on the JavaFX thread.
final class AudioPane extends VBox {
    private final Player player;
    private final Runnable save;
    private final Button play = Buttons.text("Play", this::toggle);
    private final Slider position = new Slider();
    private final Label time = new Label();
    private final Timeline tick = new Timeline(new KeyFrame(Duration.millis(100), _ -> follow()));
    private @Nullable Clip clip;

    AudioPane(Player player, String facts, Runnable save) {
        this.player = player;
        this.save = save;
        getStyleClass().add("render-pane");
        position.setAccessibleText("Position");
        position.setDisable(true);
        HBox.setHgrow(position, Priority.ALWAYS);
        time.getStyleClass().add("render-facts");
        HBox controls = new HBox(8, play, position, time);
        controls.setAlignment(Pos.CENTER_LEFT);
        controls.setPadding(new Insets(6, 10, 6, 10));
        getChildren()
                .addAll(new Bar(facts, Buttons.icon(Feather.DOWNLOAD, "Save…", save)), controls);
        tick.setCycleCount(Animation.INDEFINITE);
        position.valueProperty().addListener(_ -> seek());
        sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        close();
                    }
                });
    }

    private void toggle() {
        if (clip == null) {
            open();
        } else if (clip.isRunning()) {
            clip.stop();
            follow();
        } else {
            if (clip.getMicrosecondPosition() >= clip.getMicrosecondLength()) {
                clip.setMicrosecondPosition(0);
            }
            start(clip);
        }
    }

    private void open() {
        play.setDisable(true);
        Task<Clip> task =
                new Task<>() {
                    @Override
                    protected Clip call() throws Exception {
                        return player.open();
                    }
                };
        task.setOnSucceeded(_ -> opened(task.getValue()));
        task.setOnFailed(_ -> failed(task.getException()));
        Thread.ofVirtual().name("audio open").start(task);
    }

    private void opened(Clip ready) {
        if (getScene() == null) {
            ready.close();
            return;
        }
        clip = ready;
        play.setDisable(false);
        position.setDisable(false);
        position.setMax((double) ready.getMicrosecondLength());
        start(ready);
    }

    private void failed(Throwable failure) {
        getChildren()
                .set(
                        1,
                        new Notice(
                                String.valueOf(failure.getMessage()), Buttons.text("Save…", save)));
    }

    private void start(Clip ready) {
        ready.start();
        play.setText("Pause");
        tick.play();
    }

    private void follow() {
        if (clip == null) {
            return;
        }
        if (!position.isValueChanging()) {
            position.setValue((double) clip.getMicrosecondPosition());
        }
        time.setText(
                clock(clip.getMicrosecondPosition()) + " / " + clock(clip.getMicrosecondLength()));
        if (!clip.isActive()) {
            play.setText("Play");
            tick.stop();
        }
    }

    private void seek() {
        // Only a jump is the user's: the clip's own progress is close to what it says.
        if (clip != null
                && Math.abs(clip.getMicrosecondPosition() - position.getValue()) > 300_000) {
            clip.setMicrosecondPosition((long) position.getValue());
        }
    }

    private void close() {
        tick.stop();
        play.setText("Play");
        if (clip != null) {
            // Closing drains the device, which may take a while.
            Thread.ofVirtual().name("audio close").start(clip::close);
            clip = null;
            position.setDisable(true);
        }
    }

    /// Minutes and seconds.
    static String clock(long micros) {
        long seconds = micros / 1_000_000;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
