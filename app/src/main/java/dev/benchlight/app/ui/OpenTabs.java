package dev.benchlight.app.ui;

import dev.benchlight.app.ui.settings.JsonFile;

import java.util.List;

/// The tabs that were open when the program ended, and where they are kept.
record OpenTabs(JsonFile file, List<SavedTab> tabs) {
    OpenTabs {
        tabs = List.copyOf(tabs);
    }

    /// Reads the file; waits for the disk. What is not understood stays in a copy of it.
    static OpenTabs read(JsonFile file) {
        SavedTab.Read read = SavedTab.read(file.load());
        if (read.strange() > 0) {
            file.keepAside(read.strange() + " of its tabs are unknown to this version");
        }
        return new OpenTabs(file, read.tabs());
    }
}
