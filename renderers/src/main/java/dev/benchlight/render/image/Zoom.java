package dev.benchlight.render.image;

import java.util.Locale;

/// How large an image is drawn: as large as fits, but never enlarged, or by a factor. Not
/// thread-safe.
final class Zoom {
    private static final double[] STEPS = {
        0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16
    };

    /// 0 while the image is fitted.
    private double chosen;

    boolean isFit() {
        return chosen == 0;
    }

    void fit() {
        chosen = 0;
    }

    void set(double factor) {
        chosen = factor;
    }

    double factor(double fitScale) {
        return isFit() ? fitScale : chosen;
    }

    /// The next step up or down from what is shown.
    void step(int direction, double fitScale) {
        double now = factor(fitScale);
        double next = now;
        for (int i = 0; i < STEPS.length; i++) {
            double step = direction > 0 ? STEPS[i] : STEPS[STEPS.length - 1 - i];
            if (direction > 0 ? step > now * 1.001 : step < now * 0.999) {
                next = step;
                break;
            }
        }
        chosen = next;
    }

    /// At most 1; a side of the room that is not known yet (0 or less) does not count.
    static double fitScale(int width, int height, double roomWidth, double roomHeight) {
        double scale = 1;
        if (roomWidth > 0) {
            scale = Math.min(scale, roomWidth / width);
        }
        if (roomHeight > 0) {
            scale = Math.min(scale, roomHeight / height);
        }
        return scale;
    }

    static String label(double factor) {
        double percent = factor * 100;
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
