package dev.benchlight.app.ui.result;

import java.time.Duration;
import java.util.Locale;

/// Says how long there is still to wait.
final class WaitWords {
    private WaitWords() {}

    /// Whole seconds, none left out: what is left is rounded up.
    static String of(Duration left) {
        long all = left.plusMillis(999).toSeconds();
        if (all <= 0) {
            return "The server asked to wait; that time is over.";
        }
        String clock =
                all < 60
                        ? all + " s"
                        : all < 3_600
                                ? String.format(Locale.ROOT, "%d:%02d min", all / 60, all % 60)
                                : String.format(
                                        Locale.ROOT,
                                        "%d:%02d:%02d h",
                                        all / 3_600,
                                        all / 60 % 60,
                                        all % 60);
        return "The server asks to wait another " + clock + ".";
    }
}
