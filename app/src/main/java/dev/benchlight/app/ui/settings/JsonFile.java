package dev.benchlight.app.ui.settings;

import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.BoundedFile;
import dev.benchlight.app.workspace.FileProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// A small JSON object on disk. An unreadable file is kept aside as `.bad`. Thread-safe.
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// More than is ever typed; what is read is held several times.
    private static final int LONGEST = 256 << 20;

    private static final Executor LATER = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private final Path file;
    private final SaveTroubles troubles;
    private final AtomicReference<@Nullable Supplier<ObjectNode>> newest = new AtomicReference<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Object writing = new Object();

    public JsonFile(Path file, SaveTroubles troubles) {
        this.file = file;
        this.troubles = troubles;
    }

    /// The object, empty where there is none. Waits for the disk.
    public ObjectNode load() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(BoundedFile.text(file, LONGEST)) instanceof ObjectNode object) {
                return object;
            }
            keepAside("it holds no object");
        } catch (IOException e) {
            keepAside(FileProblem.reason(e));
        } catch (JacksonException e) {
            keepAside("line " + e.getLocation().getLineNr() + " is not JSON");
        }
        return JSON.createObjectNode();
    }

    /// Has the object written at once, on another thread. While an earlier one is being written,
    /// only the newest waits. Never blocks.
    ///
    /// @param object made on the thread that writes, so of what does not change
    public void save(Supplier<ObjectNode> object) {
        newest.set(object);
        start();
    }

    private void start() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("save-" + file.getFileName()).start(this::writeAll);
        }
    }

    private void writeAll() {
        boolean well = true;
        try {
            while (well && newest.get() != null) {
                well = write();
            }
        } finally {
            busy.set(false);
        }
        if (!well) {
            startLater();
        } else if (newest.get() != null) {
            start();
        }
    }

    private void startLater() {
        if (waiting.compareAndSet(false, true)) {
            LATER.execute(() -> {
                waiting.set(false);
                start();
            });
        }
    }

    /// Writes what is not written yet, or waits for whoever does. Waits for the disk.
    ///
    /// @return whether nothing went wrong
    public boolean flush() {
        boolean well = write();
        if (!well) {
            // The thread that saves may have found nothing to do meanwhile.
            startLater();
        }
        return well;
    }

    /// @return whether nothing went wrong
    private boolean write() {
        Exception failure = null;
        synchronized (writing) {
            Supplier<ObjectNode> object = newest.getAndSet(null);
            if (object == null) {
                return true;
            }
            try {
                AtomicFile.writePrivate(file, object.get().toPrettyString() + "\n");
            } catch (IOException | RuntimeException e) {
                // Nothing is lost: it is tried again, unless something newer is there.
                newest.compareAndSet(null, object);
                failure = e;
            }
        }
        if (failure == null) {
            troubles.saved(file);
        } else {
            troubles.failed(file, failure);
        }
        return failure == null;
    }

    /// Keeps the file as it is under another name, since something in it is not understood.
    public void keepAside(String why) {
        try {
            if (!Files.isRegularFile(file)) {
                // A copy of a device or a pipe would not end.
                throw new FileSystemException(file.toString(), null, "it is no file");
            }
            Path aside = aside();
            Files.copy(file, aside);
            troubles.notice(
                    file.getFileName()
                            + " could not be read whole; it is kept as "
                            + aside
                            + ": "
                            + why);
        } catch (IOException e) {
            troubles.notice(
                    file.getFileName()
                            + " could not be read: "
                            + why
                            + ". Nor could it be kept: "
                            + FileProblem.reason(e));
        }
    }

    /// A name that is not taken: what was kept earlier stays too.
    private Path aside() {
        Path aside = file.resolveSibling(file.getFileName() + ".bad");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".bad" + i);
        }
        return aside;
    }
}
