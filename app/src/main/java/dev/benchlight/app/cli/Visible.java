package dev.benchlight.app.cli;

import dev.benchlight.app.text.Hidden;

/// Makes what a server, model or file supplied safe to print on a terminal. Thread-safe.
public final class Visible {
    private Visible() {}

    /// See [Hidden#escaped(String)].
    static String text(String text) {
        return Hidden.escaped(text);
    }

    /// On one line.
    public static String line(String text) {
        return Hidden.line(text);
    }

    /// See [Hidden#isHarmful(int)].
    static boolean isHarmful(int c) {
        return Hidden.isHarmful(c);
    }
}
