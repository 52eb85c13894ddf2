package dev.benchlight.app.ui.result;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How long a server asks to wait before the next try (`Retry-After`), counted down while it is
/// shown. Nothing is sent by itself. JavaFX thread only.
final class WaitCountdown extends Label {
    private final Instant until;
    private final InstantSource clock;
    private final Timeline seconds =
            new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> show()));

    private WaitCountdown(Instant until, InstantSource clock) {
        this.until = until;
        this.clock = clock;
        getStyleClass().add("failure-wait");
        seconds.setCycleCount(Timeline.INDEFINITE);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        seconds.stop();
                    } else {
                        show();
                    }
                });
        show();
    }

    /// For a failure that names a moment to wait for.
    ///
    /// @param details of the problem, or null
    static Optional<WaitCountdown> of(@Nullable JsonNode details, InstantSource clock) {
        String at = details == null ? "" : details.path("retryAt").asString("");
        try {
            return at.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WaitCountdown(Instant.parse(at), clock));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void show() {
        Duration left = Duration.between(clock.instant(), until);
        setText(WaitWords.of(left));
        if (left.isPositive() && getScene() != null) {
            seconds.play();
        } else {
            seconds.stop();
        }
    }
}
