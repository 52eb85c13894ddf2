package dev.benchlight.app.apps;

import dev.benchlight.app.workspace.AtomicFile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Files that a browser is given, readable by the user alone, and removed later: those of this run
/// when it ends, those of runs that crashed when the next one writes. Thread-safe.
public final class PageFiles {
    private static final System.Logger LOG = System.getLogger(PageFiles.class.getName());
    private static final Duration OLD = Duration.ofHours(12);

    private final Path folder;
    private final Set<Path> own = ConcurrentHashMap.newKeySet();

    public PageFiles(Path folder) {
        this.folder = folder;
    }

    public Path write(String page) throws IOException {
        AtomicFile.createPrivateFolder(folder);
        removeOld();
        String name = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path file = folder.resolve("app-" + name + ".html");
        own.add(file);
        AtomicFile.writePrivateUnsynced(file, page);
        return file;
    }

    private void removeOld() throws IOException {
        Instant limit = Instant.now().minus(OLD);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "app-*.html")) {
            for (Path file : files) {
                removeIfBefore(limit, file);
            }
        }
    }

    private static void removeIfBefore(Instant limit, Path file) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Another run removed it just now.
            return;
        }
    }

    /// Removes those of this run.
    public void clear() {
        for (Path file : own) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, file + " could not be removed", e);
            }
        }
        own.clear();
    }
}
