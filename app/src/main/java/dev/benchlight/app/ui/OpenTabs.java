package dev.benchlight.app.ui;

import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.LockFile;
import dev.benchlight.mcp.wire.Sha256;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The tabs that were left open in a workspace, and the file in which this window keeps its own. A
/// window locks its file until it ends, so that none writes over what was typed in another; the
/// system frees the lock of one that crashed. All methods wait for the disk.
final class OpenTabs implements AutoCloseable {
    private final Path path;
    private final JsonFile file;
    private final List<SavedTab> tabs;
    private final int number;
    private final @Nullable LockFile lock;

    private OpenTabs(
            Path path, JsonFile file, List<SavedTab> tabs, int number, @Nullable LockFile lock) {
        this.path = path;
        this.file = file;
        this.tabs = List.copyOf(tabs);
        this.number = number;
        this.lock = lock;
    }

    /// Takes the first file of the workspace that no window has, and the tabs in those that other
    /// windows left behind.
    static OpenTabs open(Path data, Path workspace, SaveTroubles troubles) {
        try {
            AtomicFile.createPrivateFolder(folder(data));
        } catch (IOException _) {
            // Saving them will fail too, and say so.
            return read(path(data, workspace, 1), 1, null, troubles);
        }
        try {
            int number = 1;
            LockFile lock = lock(path(data, workspace, number));
            while (lock == null) {
                number++;
                lock = lock(path(data, workspace, number));
            }
            return read(path(data, workspace, number), number, lock, troubles)
                    .withLeftBehind(data, workspace, troubles);
        } catch (IOException e) {
            troubles.notice(
                    "Open one window at a time on this workspace: their tabs cannot be kept apart, since no file can be locked in %s (%s)."
                            .formatted(folder(data), FileProblem.reason(e)));
            return read(path(data, workspace, 1), 1, null, troubles);
        }
    }

    /// Where the window of this number keeps the tabs of a workspace; the first is 1.
    static Path path(Path data, Path workspace, int number) {
        String suffix = number == 1 ? "" : "-" + number;
        return folder(data).resolve(hash(workspace) + suffix + ".json");
    }

    JsonFile file() {
        return file;
    }

    List<SavedTab> tabs() {
        return tabs;
    }

    /// Whether another window had the workspace open already.
    boolean isSecond() {
        return number > 1;
    }

    /// Writes what is not written yet, and lets the file go. Nothing is kept of a second window in
    /// which nothing was typed.
    @Override
    public void close() {
        boolean written = file.flush();
        try (LockFile _ = lock) {
            if (written && isSecond() && nothingTyped()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(OpenTabs.class.getName())
                    .log(System.Logger.Level.WARNING, "closing " + path, e);
        }
    }

    private boolean nothingTyped() {
        SavedTab.Read last = SavedTab.read(file.load());
        return last.strange() == 0 && last.tabs().stream().allMatch(tab -> tab.text().isBlank());
    }

    /// What is not understood stays in a copy of the file.
    private static OpenTabs read(
            Path path, int number, @Nullable LockFile lock, SaveTroubles troubles) {
        JsonFile file = new JsonFile(path, troubles);
        SavedTab.Read read = SavedTab.read(file.load());
        if (read.strange() > 0) {
            file.keepAside(read.strange() + " of its tabs are unknown to this version");
        }
        return new OpenTabs(path, file, read.tabs(), number, lock);
    }

    /// A file that was left behind goes once its tabs are written to this window's.
    private OpenTabs withLeftBehind(Path data, Path workspace, SaveTroubles troubles)
            throws IOException {
        List<SavedTab> all = new ArrayList<>(tabs);
        int next = number + 1;
        while (Files.exists(LockFile.beside(path(data, workspace, next)))) {
            Path other = path(data, workspace, next);
            try (LockFile taken = lock(other)) {
                if (taken != null && Files.exists(other)) {
                    read(other, next, null, troubles).tabs().stream()
                            .map(tab -> new SavedTab(tab.place(), tab.text(), false))
                            .filter(tab -> all.stream().noneMatch(tab::isSameAs))
                            .forEach(all::add);
                    List<SavedTab> now = List.copyOf(all);
                    file.save(() -> SavedTab.write(now));
                    if (file.flush()) {
                        Files.delete(other);
                    }
                }
            }
            next++;
        }
        return new OpenTabs(path, file, all, number, lock);
    }

    /// @return null if a window has the file
    private static @Nullable LockFile lock(Path path) throws IOException {
        return LockFile.tryLock(path).orElse(null);
    }

    private static Path folder(Path data) {
        return data.resolve("tabs");
    }

    private static String hash(Path workspace) {
        byte[] place = real(workspace).toString().getBytes(StandardCharsets.UTF_8);
        return Sha256.hex(place).substring(0, 16);
    }

    private static Path real(Path workspace) {
        try {
            return workspace.toRealPath();
        } catch (IOException _) {
            return workspace.toAbsolutePath().normalize();
        }
    }
}
