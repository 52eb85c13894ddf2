package dev.benchlight.app.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Opens the window, so that the command line needs no JavaFX.
@FunctionalInterface
public interface Window {
    /// Opens the window and returns once it is closed.
    ///
    /// @param workspace the folder asked for, or null
    /// @param data the data folder asked for, or null
    /// @param exitWhenShown end at the first frame, for start-up benchmarks
    /// @return the exit code
    int open(@Nullable Path workspace, @Nullable Path data, boolean exitWhenShown);
}
