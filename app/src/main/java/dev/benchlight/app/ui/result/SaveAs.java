package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.Workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes bytes to a file of the user's choice. JavaFX thread only; the disk is waited for
/// elsewhere.
public record SaveAs(Dialogs dialogs, FxBatcher batcher, Workbench workbench) {
    public void save(String suggestedName, byte[] bytes) {
        dialogs.chooseTarget(
                "Save",
                FileName.of(suggestedName),
                path -> Thread.ofVirtual().name("save").start(() -> write(path, bytes)));
    }

    private void write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
            batcher.run(() -> workbench.toast("Saved " + path.getFileName()));
        } catch (IOException e) {
            String why = e.getClass().getSimpleName() + ": " + e.getMessage();
            batcher.run(() -> dialogs.problem("Not saved", why, ""));
        }
    }
}
