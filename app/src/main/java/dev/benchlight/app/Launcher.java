package dev.benchlight.app;

/// Where the program starts. Not a JavaFX `Application`, so that it starts from the class path and
/// the command line loads no JavaFX class.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
