package dev.benchlight.app.traces;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes batches of events to a database, each batch in one transaction. Used by the writer's
/// thread alone.
final class EventWriter {
    private static final byte[] NOTHING = {};

    private final Database database;
    private final Redactor redactor;
    private final StoreLimits limits;
    private final Map<String, Long> connectionBytes = new HashMap<>();
    private long span;
    private long frame;
    private long note;

    EventWriter(Database database, Redactor redactor, StoreLimits limits) {
        this.database = database;
        this.redactor = redactor;
        this.limits = limits;
    }

    /// Stores the batch, or nothing of it.
    void write(List<TraceEvent> batch, OpenSpans open) throws SQLException {
        Database.Link link = database.writer();
        link.lock().lock();
        try {
            link.execute("BEGIN IMMEDIATE");
            try {
                number(link);
                insert(link, batch, open);
                link.execute("COMMIT");
            } catch (SQLException e) {
                rollback(link, e);
                throw e;
            }
        } finally {
            link.lock().unlock();
        }
    }

    private static void rollback(Database.Link link, SQLException cause) {
        try {
            link.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Another process may have written since; under the write lock its numbers are final.
    private void number(Database.Link link) throws SQLException {
        span = Math.max(span, link.number("SELECT max(seq) FROM span"));
        frame = Math.max(frame, link.number("SELECT max(seq) FROM frame"));
        note = Math.max(note, link.number("SELECT max(seq) FROM note"));
    }

    private void insert(Database.Link link, List<TraceEvent> batch, OpenSpans open)
            throws SQLException {
        try (var starts =
                        link.connection()
                                .prepareStatement(
                                        "INSERT OR IGNORE INTO span VALUES"
                                                + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
                var ends =
                        link.connection()
                                .prepareStatement(
                                        "UPDATE span SET status = ?, duration = max(0, ? - nanos),"
                                                + " sent = ?, received = ?, summary = ? WHERE id = ?");
                var frames =
                        link.connection()
                                .prepareStatement(
                                        "INSERT INTO frame VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
                var notes =
                        link.connection()
                                .prepareStatement("INSERT INTO note VALUES (?,?,?,?,?,?,?,?,?)")) {
            Map<SpanId, SpanEnded> ended = ends(batch);
            for (TraceEvent event : batch) {
                switch (event) {
                    case SpanStarted started -> {
                        start(starts, started, ended.remove(started.id()));
                        open.started(span, started);
                    }
                    case SpanNote noted -> {
                        note(notes, noted);
                        open.noted(noted);
                    }
                    case Frame recorded -> frame(frames, recorded);
                    case SpanEnded end -> {
                        if (ended.containsKey(end.span())) {
                            end(ends, end);
                        }
                        open.ended(end);
                    }
                }
            }
        }
    }

    /// A span that starts and ends in one batch is written once.
    private static Map<SpanId, SpanEnded> ends(List<TraceEvent> batch) {
        Map<SpanId, SpanEnded> ends = new HashMap<>();
        for (TraceEvent event : batch) {
            if (event instanceof SpanEnded end) {
                ends.put(end.span(), end);
            }
        }
        return ends;
    }

    private void start(PreparedStatement sql, SpanStarted event, @Nullable SpanEnded end)
            throws SQLException {
        bind(
                sql,
                ++span,
                database.run(),
                event.id().value(),
                event.trace().value(),
                event.parent() == null ? null : event.parent().value(),
                event.kind().name(),
                event.method(),
                redactor.redact(event.name()),
                event.where(),
                event.connection(),
                micros(event.at()),
                event.at().nanos(),
                end == null ? null : end.status().name(),
                end == null ? null : event.at().until(end.at()).toNanos(),
                end == null ? 0 : end.bytesSent(),
                end == null ? 0 : end.bytesReceived(),
                end == null ? "" : redactor.redact(end.summary()),
                frame,
                note);
        sql.executeUpdate();
    }

    private void end(PreparedStatement sql, SpanEnded event) throws SQLException {
        bind(
                sql,
                event.status().name(),
                event.at().nanos(),
                event.bytesSent(),
                event.bytesReceived(),
                redactor.redact(event.summary()),
                event.span().value());
        sql.executeUpdate();
    }

    private void frame(PreparedStatement sql, Frame event) throws SQLException {
        String connection = event.id().connection();
        long size = event.bytes().length;
        boolean kept =
                connectionBytes.merge(connection, size, Long::sum) <= limits.connectionBytes();
        bind(
                sql,
                ++frame,
                database.run(),
                connection,
                event.id().sequence(),
                event.span() == null ? null : event.span().value(),
                event.where(),
                event.direction().name(),
                event.channel().name(),
                kept ? redactor.redact(event.bytes()) : NOTHING,
                event.length(),
                event.offset(),
                micros(event.at()),
                event.at().nanos());
        sql.executeUpdate();
    }

    private void note(PreparedStatement sql, SpanNote event) throws SQLException {
        FrameId about = event.frame();
        bind(
                sql,
                ++note,
                event.span().value(),
                event.type().name(),
                redactor.redact(event.text()),
                event.data() == null ? null : redactor.redact(event.data()),
                about == null ? null : about.connection(),
                about == null ? null : about.sequence(),
                micros(event.at()),
                event.at().nanos());
        sql.executeUpdate();
    }

    private static void bind(PreparedStatement sql, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            sql.setObject(i + 1, values[i]);
        }
    }

    private static long micros(Moment moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment.wall());
    }

    /// Deletes the oldest tenth of the spans, with their frames and notes, while the file is over
    /// its size.
    void retain() throws SQLException {
        Database.Link link = database.writer();
        link.lock().lock();
        try {
            long used = link.number("PRAGMA page_count") - link.number("PRAGMA freelist_count");
            if (used * link.number("PRAGMA page_size") <= limits.fileBytes()) {
                return;
            }
            long first = link.number("SELECT min(seq) FROM span");
            long keep =
                    first + Math.max(1, (link.number("SELECT max(seq) FROM span") - first) / 10);
            link.execute("BEGIN IMMEDIATE");
            link.execute(
                    "DELETE FROM frame WHERE seq <= (SELECT frames FROM span WHERE seq >= %d ORDER BY seq LIMIT 1)"
                            .formatted(keep));
            link.execute(
                    "DELETE FROM note WHERE seq <= (SELECT notes FROM span WHERE seq >= %d ORDER BY seq LIMIT 1)"
                            .formatted(keep));
            link.execute("DELETE FROM span WHERE seq < " + keep);
            link.execute("COMMIT");
        } finally {
            link.lock().unlock();
        }
    }
}
