package dev.benchlight.app.traces;

import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The traces file of a data folder: makes it, looks whether it is sound, moves it aside if not.
///
/// @param file `traces.db` in the data folder
/// @param notices hears a sentence for whatever is not as it should be
record DatabaseFile(Path file, Consumer<String> notices) implements TraceStore.Opening {
    /// Files up to this size are checked in full when they are opened; larger ones only where they
    /// are cheap to check, and the writer notices the rest.
    private static final long CHECKED_BYTES = 4L << 20;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;

    static DatabaseFile in(Path folder, Consumer<String> notices) {
        return new DatabaseFile(folder.resolve("traces.db"), notices);
    }

    /// The database of the file, or a fresh one, or one in memory.
    @Override
    public Database open() throws SQLException {
        try {
            create();
            long version = version();
            if (version > Database.VERSION) {
                notices.accept(
                        "The traces file %s was written by a newer version of Benchlight (format %d; this one knows %d). It is left alone; traces are kept in memory only."
                                .formatted(file, version, Database.VERSION));
                return Database.memory();
            }
            return openSound(version < 0);
        } catch (IOException | SQLException e) {
            notices.accept(
                    "Traces are kept in memory only: %s cannot be written (%s)."
                            .formatted(file, reason(e)));
            return openReadOnly();
        }
    }

    /// One in memory, behind the file if it can be read.
    Database openReadOnly() throws SQLException {
        if (!Files.exists(file)) {
            return Database.memory();
        }
        try {
            return Database.readOnly(file);
        } catch (SQLException e) {
            notices.accept("The traces file %s cannot be read (%s).".formatted(file, reason(e)));
            return Database.memory();
        }
    }

    /// Moves what cannot be read aside and starts a new file.
    @Override
    public Database replace() throws SQLException {
        try {
            moveAside();
            create();
            return Database.file(file);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public Optional<StderrFile> stderr() {
        return Optional.ofNullable(file.getParent())
                .map(folder -> new StderrFile(folder, StderrFile.BYTES));
    }

    @Override
    public String place() {
        return "%s (%,d bytes)".formatted(file, size(file));
    }

    private Database openSound(boolean foreign) throws SQLException {
        if (foreign) {
            return replace();
        }
        try {
            Database database = Database.file(file);
            if (sound(database.reader())) {
                return database;
            }
            database.close();
        } catch (SQLException e) {
            if (!corrupt(e)) {
                throw e;
            }
        }
        return replace();
    }

    private void create() throws IOException {
        Path folder = file.getParent();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (folder != null && !Files.isDirectory(folder)) {
            if (posix) {
                Files.createDirectories(folder, permissions("rwx------"));
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            } else {
                Files.createDirectories(folder);
            }
        }
        try {
            if (posix) {
                Files.createFile(file, permissions("rw-------"));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            if (posix) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    /// The format version in the file's header; 0 for an empty file, -1 for what is no database or
    /// shorter than its header says.
    private long version() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
        }
        if (header.position() == 0) {
            return 0;
        }
        if (header.position() < HEADER || !ByteBuffer.wrap(MAGIC).equals(header.slice(0, 16))) {
            return -1;
        }
        int version = header.getInt(60);
        return version > Database.VERSION || isWhole(header) ? version : -1;
    }

    /// Whether the file is as long as its header says, or may yet become so: another process may be
    /// writing it at this moment, or have been killed before it was done.
    private boolean isWhole(ByteBuffer header) {
        int declared = Short.toUnsignedInt(header.getShort(16));
        long pageSize = declared == 1 ? 65_536 : declared;
        boolean counted = header.getInt(24) == header.getInt(92);
        long pages = Integer.toUnsignedLong(header.getInt(28));
        return !counted
                || size(sibling("-wal")) > 0
                || size(sibling("-journal")) > 0
                || size(file) >= pages * pageSize;
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private boolean sound(Database.Link link) throws SQLException {
        if (size(file) > CHECKED_BYTES) {
            link.number("SELECT max(seq) FROM span");
            link.number("SELECT max(seq) FROM frame");
            link.number("SELECT max(seq) FROM note");
            return true;
        }
        try (Statement statement = link.connection().createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return rows.next() && "ok".equals(rows.getString(1));
        }
    }

    /// 0 for a file that is not there.
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private void moveAside() throws IOException {
        String date =
                LocalDateTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT));
        String target = file.getFileName() + ".corrupt-" + date;
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Path part = sibling(suffix);
            if (Files.exists(part)) {
                Files.move(part, file.resolveSibling(target + suffix));
            }
        }
        notices.accept(
                "The traces file could not be read and was moved to %s. A new one was started."
                        .formatted(file.resolveSibling(target)));
    }

    static boolean corrupt(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static String reason(Throwable e) {
        if (e instanceof SQLException sql
                && (sql.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full";
        }
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }
}
