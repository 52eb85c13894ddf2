package dev.benchlight.app.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads text files that may be anything: a device, a pipe, a file that grows, or one of `/proc`
/// whose size is a lie. Never more than a limit is held. Waits for the disk.
public final class BoundedFile {
    private static final int PART = 64 << 10;

    private BoundedFile() {}

    /// The UTF-8 text of a regular file. A pipe is refused without being opened, since opening it
    /// would wait for whoever writes.
    ///
    /// @param limit in bytes
    /// @throws IOException also if it is no file, longer than the limit, or not UTF-8
    public static String text(Path file, int limit) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            throw refused(
                    file, found.isDirectory() ? "it is a folder" : "it is a device or a pipe");
        }
        return read(file, limit, found.size());
    }

    /// As the other, for a file that the user named by hand: also of a pipe, such as the shell
    /// makes for `<(…)`, and then it waits for whoever writes.
    public static String anyText(Path file, int limit) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (found.isDirectory()) {
            throw refused(file, "it is a folder");
        }
        return read(file, limit, found.size());
    }

    /// @param size only believed where it is too large
    private static String read(Path file, int limit, long size) throws IOException {
        String tooLong = "it is larger than " + (limit >> 20) + " MB";
        if (size > limit) {
            throw refused(file, tooLong);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(PART, (int) size));
        byte[] part = new byte[PART];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                bytes.write(part, 0, count);
                if (bytes.size() > limit) {
                    throw refused(file, tooLong);
                }
            }
        }
        return utf8(bytes);
    }

    private static String utf8(ByteArrayOutputStream bytes) throws CharacterCodingException {
        String text = bytes.toString(StandardCharsets.UTF_8);
        // It stands for what is wrong, or was written so; only a strict look tells.
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes.toByteArray()))
                        .toString();
    }

    private static FileSystemException refused(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }
}
