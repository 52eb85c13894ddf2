package dev.benchlight.app.workspace;

import java.nio.file.Path;
import java.util.Map;

/// The folder of whoever runs the program.
final class HomeFolder {
    private HomeFolder() {}

    /// `HOME` where the system has it, since a changed one is meant to be followed and the JDK
    /// looks the user up instead; else what the JDK found, which is `?` for people without one.
    static Path of(Map<String, String> environment, String system) {
        String home = environment.getOrDefault("HOME", "");
        return !system.startsWith("Windows") && home.startsWith("/")
                ? Path.of(home)
                : Path.of(System.getProperty("user.home", "."));
    }
}
