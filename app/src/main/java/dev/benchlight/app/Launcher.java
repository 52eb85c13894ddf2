package dev.benchlight.app;

import dev.benchlight.app.cli.BenchlightCommand;
import dev.benchlight.app.cli.Console;

/// Where the program starts. Not a JavaFX `Application`, so that it starts from the class path and
/// the command line loads no JavaFX class.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(
                BenchlightCommand.run(
                        arguments,
                        Console.system(),
                        (workspace, data, exitWhenShown) -> {
                            throw new UnsupportedOperationException("the window is not wired yet");
                        }));
    }
}
