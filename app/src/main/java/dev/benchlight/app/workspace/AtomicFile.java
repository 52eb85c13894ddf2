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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
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

    private static final Set<PosixFilePermission> EVERYBODY_READS =
            PosixFilePermissions.fromString("rw-r--r--");
    private static final Last NOTHING_MORE = file -> {};

    private AtomicFile() {}

    /// What is done to the file before it gets its place.
    @FunctionalInterface
    private interface Last {
        void on(Path temporary) throws IOException;
    }

    /// Replaces a file of the user's. One that exists keeps its permissions, whatever the umask is;
    /// where it cannot keep its group, the new one may do no more than everybody.
    public static void write(Path file, String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        if (isPosix(real) && Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            PosixFileAttributes old = Files.readAttributes(real, PosixFileAttributes.class);
            write(
                    real,
                    text,
                    true,
                    temporary -> resemble(temporary, old),
                    attributes(real, OWNER_FILE));
        } else {
            write(real, text, true, NOTHING_MORE, attributes(real, EVERYBODY_READS));
        }
    }

    /// Replaces a file that only its owner may read, from the first byte.
    public static void writePrivate(Path file, String text) throws IOException {
        write(file, text, true, NOTHING_MORE, attributes(file, OWNER_FILE));
    }

    /// The same for what is of no use after the system itself went down; many times faster.
    public static void writePrivateUnsynced(Path file, String text) throws IOException {
        write(file, text, false, NOTHING_MORE, attributes(file, OWNER_FILE));
    }

    /// Makes a folder, and the missing ones above it, that only its owner may enter. One that is
    /// there is closed to others too if it is empty; else somebody has use for it as it is.
    public static void createPrivateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, OWNER_FOLDER));
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
            Path file, String text, boolean synced, Last last, FileAttribute<?>... attributes)
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
                last.on(temporary);
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

    private static void resemble(Path file, PosixFileAttributes old) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = old.permissions();
        if (!view.readAttributes().group().equals(old.group())) {
            try {
                view.setGroup(old.group());
            } catch (IOException e) {
                // The user is not in that group.
                permissions = ofAnotherGroup(permissions);
            }
        }
        view.setPermissions(permissions);
    }

    /// With the group's permissions those of everybody.
    static Set<PosixFilePermission> ofAnotherGroup(Set<PosixFilePermission> permissions) {
        String text = PosixFilePermissions.toString(permissions);
        String everybody = text.substring(6);
        return PosixFilePermissions.fromString(text.substring(0, 3) + everybody + everybody);
    }

    /// For a file that none but its owner may read or write.
    static FileAttribute<?>[] forOwner(Path file) {
        return attributes(file, OWNER_FILE);
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
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
