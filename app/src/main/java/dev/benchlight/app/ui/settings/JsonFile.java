package dev.benchlight.app.ui.settings;

import dev.benchlight.app.workspace.AtomicFile;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A small JSON object on disk. Fields nobody asks for are kept; an unreadable file is kept aside
/// as `.bad`. Thread-safe.
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(
                    500,
                    TimeUnit.MILLISECONDS,
                    task -> Thread.ofVirtual().name("save").start(task));

    private final Path file;
    private final Consumer<String> trouble;
    private final AtomicReference<@Nullable ObjectNode> unsaved = new AtomicReference<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Object writing = new Object();

    /// @param trouble told in one sentence what could not be read or written, on any thread
    public JsonFile(Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    /// The object, empty where there is none. Waits for the disk.
    public ObjectNode load() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
            keepAside("it holds no object");
        } catch (IOException | JacksonException e) {
            keepAside(String.valueOf(e.getMessage()));
        }
        return JSON.createObjectNode();
    }

    /// Writes the object within half a second, off this thread; only the last of many.
    public void save(ObjectNode object) {
        unsaved.set(object.deepCopy());
        if (scheduled.compareAndSet(false, true)) {
            SOON.execute(() -> {
                scheduled.set(false);
                flush();
            });
        }
    }

    /// Writes what is not written yet, or waits for whoever does. Waits for the disk.
    public void flush() {
        String failure = "";
        synchronized (writing) {
            ObjectNode object = unsaved.getAndSet(null);
            if (object == null) {
                return;
            }
            try {
                AtomicFile.writePrivate(
                        file,
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n");
            } catch (IOException e) {
                // Nothing is lost: it is written with the next change, if that can be.
                unsaved.compareAndSet(null, object);
                failure = String.valueOf(e.getMessage());
            }
        }
        if (!failure.isEmpty()) {
            trouble.accept(file.getFileName() + " could not be saved: " + failure);
        }
    }

    private void keepAside(String why) {
        Path bad = file.resolveSibling(file.getFileName() + ".bad");
        try {
            Files.move(file, bad, StandardCopyOption.REPLACE_EXISTING);
            trouble.accept(
                    file.getFileName() + " could not be read and was kept as " + bad + ": " + why);
        } catch (IOException e) {
            trouble.accept(file.getFileName() + " could not be read: " + why);
        }
    }
}
