package dev.benchlight.app.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/// Writes a file whole or not at all: to a temporary file in the same folder, synced, then moved.
public final class AtomicFile {
    private static final Set<PosixFilePermission> OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private AtomicFile() {}

    /// Replaces a file of the user's; one that exists keeps its permissions.
    public static void write(Path file, String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        write(real, text, true, isPosix(real) ? permissions(real) : new FileAttribute<?>[0]);
    }

    /// Replaces a file that only its owner may read, from the first byte.
    public static void writePrivate(Path file, String text) throws IOException {
        write(file, text, true, owner(file, OWNER_FILE));
    }

    /// The same for what is of no use after the system itself went down; many times faster.
    public static void writePrivateUnsynced(Path file, String text) throws IOException {
        write(file, text, false, owner(file, OWNER_FILE));
    }

    /// Makes a folder, and the missing ones above it, that only its owner may enter. One that is
    /// there is closed to others too if it is empty; else somebody has use for it as it is.
    public static void createPrivateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, owner(folder, OWNER_FOLDER));
        } else if (isPosix(folder)
                && !Files.getPosixFilePermissions(folder).equals(OWNER_FOLDER)
                && Files.isWritable(folder)
                && isEmpty(folder)) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void write(
            Path file, String text, boolean synced, FileAttribute<?>... attributes)
            throws IOException {
        Path folder = folderOf(file);
        Path temporary =
                Files.createTempFile(folder, "." + file.getFileName() + ".", ".tmp", attributes);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (synced) {
                    channel.force(true);
                }
            }
            move(temporary, file);
            if (synced) {
                sync(folder);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void sync(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(Path file) throws IOException {
        Set<PosixFilePermission> permissions =
                Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        ? Files.getPosixFilePermissions(file)
                        : PosixFilePermissions.fromString("rw-r--r--");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static FileAttribute<?>[] owner(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        return folder;
    }
}
