package dev.benchlight.app.traces;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.TraceEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Standard error of all servers as text, to be read with any pager: `stderr.log` in the data
/// folder, and the half before it in `stderr.1.log`. What is older is let go. Used by one thread;
/// other processes may append too.
final class StderrFile {
    static final long BYTES = 50L << 20;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t]]");

    private final Path file;
    private final Path before;
    private final long bytes;

    /// @param bytes what both files may hold
    StderrFile(Path folder, long bytes) {
        this.file = folder.resolve("stderr.log");
        this.before = folder.resolve("stderr.1.log");
        this.bytes = bytes;
    }

    /// Appends the lines among these events.
    void append(List<TraceEvent> events) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (TraceEvent event : events) {
            if (event instanceof Frame frame && frame.channel() == Channel.STDERR) {
                lines.append(frame.at().wall()).append(' ').append(visible(frame.where()));
                lines.append(": ").append(visible(frame.text()));
                lines.append(frame.truncated() ? "…\n" : "\n");
            }
        }
        if (!lines.isEmpty()) {
            append(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void append(byte[] lines) throws IOException {
        if (Files.exists(file) && Files.size(file) + lines.length > bytes / 2) {
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
        }
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        owner())) {
            ByteBuffer rest = ByteBuffer.wrap(lines);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /// A terminal that the file is printed to must not obey what a server wrote.
    private static String visible(String text) {
        return CONTROL.matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }

    private FileAttribute<?>[] owner() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
