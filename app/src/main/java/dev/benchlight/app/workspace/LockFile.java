package dev.benchlight.app.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Keeps other processes, and others in this one, from a file, as long as it is open; the system
/// frees it when the process ends. What is locked is a file beside it, `….lock`, since the file
/// itself is replaced at each write. That one stays: to delete it would be a race.
public final class LockFile implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(5);

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /// The file that is locked in the place of another.
    public static Path beside(Path guarded) {
        return guarded.resolveSibling(guarded.getFileName() + ".lock");
    }

    /// @return nothing if another has it
    /// @throws IOException no file can be locked there
    public static Optional<LockFile> tryLock(Path guarded) throws IOException {
        return lock(guarded, Duration.ZERO);
    }

    /// Waits until nobody else has it.
    ///
    /// @return nothing if another had it all the time
    /// @throws IOException no file can be locked there
    public static Optional<LockFile> lock(Path guarded, Duration patience) throws IOException {
        FileChannel channel = open(guarded);
        try {
            long start = System.nanoTime();
            while (!locked(channel)) {
                if (System.nanoTime() - start >= patience.toNanos()) {
                    channel.close();
                    return Optional.empty();
                }
                Thread.sleep(LOOK);
            }
            return Optional.of(new LockFile(channel));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path guarded) throws IOException {
        return FileChannel.open(
                beside(guarded),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                AtomicFile.forOwner(guarded));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another in this process has it.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
