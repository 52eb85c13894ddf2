package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.rpc.Progress;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/// A call under way: time so far, and what the server says of its progress.
final class RunningStrip extends VBox {
    private static final int LONGEST = 300;
    private static final String ASKED = "The server waits for your answer";

    private final Label elapsed = Parts.label("", "status-facts");
    private final Label message = Parts.label("", "progress-message");
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), _ -> tick()));
    private final Label log = Parts.label("", "running-log");
    private final Button answer;
    private long start;

    /// @param toQuestion takes the user to what the server asks
    RunningStrip(Runnable toQuestion) {
        getStyleClass().add("running-strip");
        clock.setCycleCount(Animation.INDEFINITE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of the call");
        message.setMinWidth(0);
        elapsed.setMinWidth(USE_PREF_SIZE);
        answer = Parts.text(Feather.EDIT_3, "Answer", toQuestion);
        answer.getStyleClass().addAll("small", "accent");
        answer.setMinWidth(USE_PREF_SIZE);
        answer.setTooltip(new Tooltip("Go to what the server asks (Ctrl+Q)"));
        HBox line = new HBox(10, message, answer, Parts.gap(), elapsed);
        line.setAlignment(Pos.CENTER_LEFT);
        log.setMinWidth(0);
        Parts.shown(log, false);
        getChildren().addAll(bar, line, log);
        Parts.shown(this, false);
    }

    /// @param asked whether the server waits for the user
    void show(CallState.Running running, boolean asked) {
        start = running.startNanos();
        bar.setProgress(running.progress().map(RunningStrip::share).orElse(-1.0));
        Parts.shown(answer, asked);
        message.setText(
                running.cancelling()
                        ? "Cancelling…"
                        : asked
                                ? ASKED
                                : running.task()
                                        .map(task -> VisibleText.brief(task.words(), LONGEST))
                                        .or(() -> running.progress().map(RunningStrip::words))
                                        .orElse("Waiting for the answer"));
        Parts.shown(this, true);
        tick();
        clock.play();
    }

    /// The last lines the server logged since the call began.
    void log(List<String> lines) {
        log.setText(String.join("\n", lines));
        Parts.shown(log, !lines.isEmpty());
    }

    void hide() {
        clock.stop();
        Parts.shown(this, false);
    }

    private void tick() {
        elapsed.setText(Quantity.duration(java.time.Duration.ofNanos(System.nanoTime() - start)));
    }

    private static double share(Progress progress) {
        double total = progress.total().orElse(0);
        return total > 0 ? Math.clamp(progress.progress() / total, 0, 1) : -1;
    }

    /// Such as "3 of 10 · copying".
    static String words(Progress progress) {
        DecimalFormat number =
                new DecimalFormat("#.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String count = number.format(progress.progress());
        String of =
                progress.total().isPresent()
                        ? count + " of " + number.format(progress.total().getAsDouble())
                        : count;
        return progress.message() == null ? of : of + "  ·  " + VisibleText.of(progress.message());
    }
}
