package dev.benchlight.app;

import dev.benchlight.app.cli.BenchlightCommand;
import dev.benchlight.app.cli.Console;
import dev.benchlight.app.cli.Visible;
import dev.benchlight.app.ui.WindowProgram;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where the program starts. Not a JavaFX `Application`, so that it starts from the class path and
/// the command line loads no JavaFX class.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).equals(List.of(Training.ARGUMENT))) {
            System.exit(Training.run());
        }
        if (!List.of(arguments).contains("--verbose")) {
            // No stack trace that nobody asked for; the window has a dialog of its own for it.
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, fault) -> System.err.println(told(fault)));
        }
        System.exit(BenchlightCommand.run(arguments, Console.system(), Launcher::openWindow));
    }

    /// A fault on a line of its own; a server or file may have supplied its text.
    static String told(Throwable fault) {
        return "benchlight: a fault in the background: " + Visible.line(fault.toString());
    }

    private static int openWindow(
            @Nullable Path workspace, @Nullable Path data, boolean exitWhenShown) {
        try {
            WindowProgram.open(workspace, data, exitWhenShown ? System.out::println : null);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
