package dev.benchlight.render.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoomTest {
    @Test
    void fittingShrinksButNeverEnlarges() {
        assertThat(Zoom.fitScale(100, 50, 400, 400)).isEqualTo(1);
        assertThat(Zoom.fitScale(1000, 500, 500, 400)).isEqualTo(0.5);
        assertThat(Zoom.fitScale(100, 50, -1, 25)).isEqualTo(0.5);
    }

    @Test
    void stepsStartAtWhatIsShown() {
        Zoom zoom = new Zoom();
        zoom.step(1, 0.3);
        assertThat(zoom.factor(0.3)).isEqualTo(0.5);
        zoom.step(-1, 0.3);
        assertThat(zoom.factor(0.3)).isEqualTo(0.25);
        zoom.fit();
        assertThat(zoom.factor(0.3)).isEqualTo(0.3);
    }

    @Test
    void stepsEndAtTheLimits() {
        Zoom zoom = new Zoom();
        for (int i = 0; i < 40; i++) {
            zoom.step(1, 1);
        }
        assertThat(Zoom.label(zoom.factor(1))).isEqualTo("1600 %");
        for (int i = 0; i < 40; i++) {
            zoom.step(-1, 1);
        }
        assertThat(Zoom.label(zoom.factor(1))).isEqualTo("5.0 %");
    }
}
