package dev.benchlight.app.traces;

import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// One open SQLite database: a connection that writes and one that reads. In memory they are the
/// same, so each is used only under its lock.
///
/// @param past what was recorded before, in a file that cannot be written, or null
record Database(String run, Link writer, Link reader, @Nullable Past past)
        implements AutoCloseable {
    /// The version of the tables; stands in the file's `user_version`.
    static final int VERSION = 1;

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS run (id TEXT PRIMARY KEY, pid INTEGER NOT NULL,"
                + " born TEXT NOT NULL, ended INTEGER)",
        "CREATE TABLE IF NOT EXISTS span (seq INTEGER PRIMARY KEY, run TEXT NOT NULL, id TEXT NOT"
                + " NULL, trace TEXT NOT NULL, parent TEXT, kind TEXT NOT NULL, method TEXT NOT NULL,"
                + " name TEXT NOT NULL, place TEXT NOT NULL, connection TEXT NOT NULL, started INTEGER"
                + " NOT NULL, nanos INTEGER NOT NULL, status TEXT, duration INTEGER, sent INTEGER NOT"
                + " NULL, received INTEGER NOT NULL, summary TEXT NOT NULL, frames INTEGER NOT NULL,"
                + " notes INTEGER NOT NULL)",
        "CREATE UNIQUE INDEX IF NOT EXISTS span_id ON span (id)",
        "CREATE INDEX IF NOT EXISTS span_trace ON span (trace)",
        "CREATE INDEX IF NOT EXISTS span_parent ON span (parent) WHERE parent IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS span_open ON span (run) WHERE status IS NULL",
        "CREATE TABLE IF NOT EXISTS frame (seq INTEGER PRIMARY KEY, run TEXT NOT NULL,"
                + " connection TEXT NOT NULL, number INTEGER NOT NULL, span TEXT,"
                + " place TEXT NOT NULL, direction TEXT NOT NULL, channel TEXT NOT NULL,"
                + " bytes BLOB NOT NULL, length INTEGER NOT NULL, start INTEGER NOT NULL,"
                + " at INTEGER NOT NULL, nanos INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS frame_span ON frame (span) WHERE span IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS frame_number ON frame (connection, number)",
        "CREATE INDEX IF NOT EXISTS frame_stderr ON frame (connection, nanos)"
                + " WHERE channel = 'STDERR'",
        "CREATE TABLE IF NOT EXISTS note (seq INTEGER PRIMARY KEY, span TEXT NOT NULL,"
                + " type TEXT NOT NULL, text TEXT NOT NULL, data TEXT, connection TEXT,"
                + " number INTEGER, at INTEGER NOT NULL, nanos INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS note_span ON note (span)",
        "PRAGMA user_version = " + VERSION
    };

    /// A connection, the statements it has prepared, and the lock under which both are used.
    record Link(
            Connection connection, ReentrantLock lock, Map<String, PreparedStatement> statements) {

        Link(Connection connection) {
            this(connection, new ReentrantLock(), new HashMap<>());
        }

        /// A statement that is kept until the connection is closed: to prepare those of each batch
        /// anew took a fifth of the writer's time.
        PreparedStatement prepared(String sql) throws SQLException {
            PreparedStatement known = statements.get(sql);
            if (known == null) {
                known = connection.prepareStatement(sql);
                statements.put(sql, known);
            }
            return known;
        }

        /// Runs a statement that is not worth keeping.
        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void begin() throws SQLException {
            prepared("BEGIN IMMEDIATE").execute();
        }

        void commit() throws SQLException {
            prepared("COMMIT").execute();
        }

        /// Undoes what was begun, and gives up statements that may stand where they failed.
        void rollback() throws SQLException {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            statements.clear();
            execute("ROLLBACK");
        }

        /// The single number a query gives; 0 for NULL and for no row.
        long number(String sql) throws SQLException {
            try (ResultSet rows = prepared(sql).executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /// A file that is only read, whose spans come before those of the database.
    ///
    /// @param last the sequence of its newest span
    record Past(Link link, long last) {}

    /// Opens or creates the file. Waits up to five seconds for another process that is writing.
    static Database file(Path file) throws SQLException {
        Connection writer = connect(file.toString());
        try {
            Link link = new Link(writer);
            prepare(link);
            return begin(link, new Link(connect(file.toString())), null);
        } catch (SQLException e) {
            writer.close();
            throw e;
        }
    }

    /// A database in memory behind a file that cannot be written.
    static Database readOnly(Path file) throws SQLException {
        String uri = "file:" + file.toUri().getRawPath();
        Past past;
        try {
            past = past(uri + "?mode=ro");
        } catch (SQLException needsItsHelperFiles) {
            past = past(uri + "?immutable=1");
        }
        Link memory = new Link(connect(":memory:"));
        createTables(memory);
        return begin(memory, memory, past);
    }

    private static Past past(String uri) throws SQLException {
        Connection connection = connect(uri);
        try {
            Link link = new Link(connection);
            return new Past(link, link.number("SELECT max(seq) FROM span"));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static Database memory() throws SQLException {
        Link link = new Link(connect(":memory:"));
        createTables(link);
        return begin(link, link, null);
    }

    private static Connection connect(String target) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // Else the driver asks for the key of each row that it inserts.
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + target);
    }

    /// Tables first and WAL after, so that the version stands in the file itself.
    private static void prepare(Link link) throws SQLException {
        if (link.number("PRAGMA user_version") < VERSION) {
            createTables(link);
        }
        link.execute("PRAGMA journal_mode = WAL");
        link.execute("PRAGMA journal_size_limit = 16777216");
        // Index pages are touched at random: room for them, and fewer checkpoints that write them.
        link.execute("PRAGMA cache_size = -16000");
        link.execute("PRAGMA wal_autocheckpoint = 4000");
    }

    private static void createTables(Link link) throws SQLException {
        link.begin();
        for (String sql : TABLES) {
            link.execute(sql);
        }
        link.commit();
    }

    /// Registers this run; also shows that the file can be written.
    private static Database begin(Link writer, Link reader, @Nullable Past past)
            throws SQLException {
        Database database = new Database(SpanId.random().value(), writer, reader, past);
        ProcessHandle self = ProcessHandle.current();
        try (var insert =
                writer.connection().prepareStatement("INSERT INTO run VALUES (?, ?, ?, NULL)")) {
            insert.setString(1, database.run);
            insert.setLong(2, self.pid());
            insert.setString(3, ProcessMark.of(self).born());
            insert.executeUpdate();
        }
        return database;
    }

    boolean inMemory() {
        return writer.equals(reader);
    }

    TraceQueries queries() {
        return new TraceQueries(reader, past);
    }

    /// Ends the run and closes all connections.
    @Override
    public void close() throws SQLException {
        if (past != null) {
            past.link.lock.lock();
            try {
                past.link.connection.close();
            } finally {
                past.link.lock.unlock();
            }
        }
        writer.lock.lock();
        reader.lock.lock();
        try (Connection _ = writer.connection;
                Connection _ = reader.connection;
                var update =
                        writer.connection.prepareStatement(
                                "UPDATE run SET ended = ? WHERE id = ?")) {
            update.setLong(1, System.currentTimeMillis());
            update.setString(2, run);
            update.executeUpdate();
        } finally {
            reader.lock.unlock();
            writer.lock.unlock();
        }
    }
}
