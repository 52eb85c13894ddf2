package dev.benchlight.app.ui.settings;

import tools.jackson.databind.node.ObjectNode;

/// What the user set, in a file, and how the window stood. The content may be changed by the JavaFX
/// thread.
public record Settings(JsonFile file, ObjectNode content) {
    /// Reads the file; waits for the disk.
    public static Settings read(JsonFile file) {
        return new Settings(file, file.load());
    }

    /// Has the content written as it is now.
    public void save() {
        ObjectNode now = content.deepCopy();
        file.save(() -> now);
    }
}
