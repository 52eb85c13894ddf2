package dev.benchlight.app.traces;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes batches of events to a database, each batch in one transaction. Used by the writer's
/// thread alone.
final class EventWriter {
    private static final String START =
            "INSERT OR IGNORE INTO span VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String END =
            "UPDATE span SET status = ?, duration = max(0, ? - nanos), sent = ?, received = ?,"
                    + " summary = ? WHERE id = ?";
    private static final String FRAME = "INSERT INTO frame VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String NOTE = "INSERT INTO note VALUES (?,?,?,?,?,?,?,?,?)";

    /// The part of the spans that goes at once.
    private static final long FORGOTTEN = 64;

    /// Frames that a call may have without losing any.
    private static final long FEW = 1_000;

    private final Database database;
    private final StoreLimits limits;
    private final KeptBytes kept;
    private long span;
    private long frame;
    private long note;

    EventWriter(Database database, StoreLimits limits) {
        this.database = database;
        this.limits = limits;
        kept = new KeptBytes(database.run(), limits.connectionBytes());
        span = database.past() == null ? 0 : database.past().last();
    }

    /// Stores the batch, or nothing of it; `open` hears of it in any case.
    void write(List<TraceEvent> batch, OpenSpans open) throws SQLException {
        Database.Link link = database.writer();
        long before = span;
        link.lock().lock();
        try {
            link.begin();
            number(link);
            before = span;
            insert(link, batch);
            kept.fit(link);
            link.commit();
        } catch (SQLException | RuntimeException | Error e) {
            kept.clear();
            rollback(link, e);
            throw e;
        } finally {
            link.lock().unlock();
            span = open.take(batch, before);
        }
    }

    private static void rollback(Database.Link link, Throwable cause) {
        try {
            link.rollback();
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

    private void insert(Database.Link link, List<TraceEvent> batch) throws SQLException {
        PreparedStatement starts = link.prepared(START);
        PreparedStatement ends = link.prepared(END);
        PreparedStatement frames = link.prepared(FRAME);
        PreparedStatement notes = link.prepared(NOTE);
        Map<SpanId, SpanEnded> ended = ends(batch);
        Map<FrameId, SpanId> notified = notified(batch);
        for (TraceEvent event : batch) {
            switch (event) {
                case SpanStarted started -> start(starts, started, ended.remove(started.id()));
                case SpanNote noted -> {
                    if (!saidByFrame(noted, notified)) {
                        note(notes, noted);
                    }
                }
                case Frame recorded -> frame(link, frames, recorded, notified.get(recorded.id()));
                case SpanEnded end -> {
                    if (ended.containsKey(end.span())) {
                        end(ends, end);
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

    /// The frames of the batch that brought a notification, with its span: such a frame is stored
    /// as the span's own, which says as much as the note and saves a row for each message of a
    /// flood.
    private static Map<FrameId, SpanId> notified(List<TraceEvent> batch) {
        Set<FrameId> free = new HashSet<>();
        Set<SpanId> notifications = new HashSet<>();
        Map<FrameId, SpanId> notified = new HashMap<>();
        for (TraceEvent event : batch) {
            switch (event) {
                case Frame frame when frame.span() == null -> free.add(frame.id());
                case SpanStarted start when start.kind() == SpanKind.SERVER_NOTIFICATION ->
                        notifications.add(start.id());
                case SpanNote note
                        when note.type() == SpanNote.Type.REQUEST_FRAME
                                && note.frame() != null
                                && notifications.contains(note.span())
                                && free.remove(note.frame()) ->
                        notified.put(note.frame(), note.span());
                default -> {}
            }
        }
        return notified;
    }

    private static boolean saidByFrame(SpanNote note, Map<FrameId, SpanId> notified) {
        return note.type() == SpanNote.Type.REQUEST_FRAME
                && note.frame() != null
                && note.span().equals(notified.get(note.frame()));
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
                event.name(),
                event.where(),
                event.connection(),
                micros(event.at()),
                event.at().nanos(),
                end == null ? null : end.status().name(),
                end == null ? null : event.at().until(end.at()).toNanos(),
                end == null ? 0 : end.bytesSent(),
                end == null ? 0 : end.bytesReceived(),
                end == null ? "" : end.summary(),
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
                event.summary(),
                event.span().value());
        sql.executeUpdate();
    }

    /// @param notified the span of the notification that it brought, or null
    private void frame(
            Database.Link link, PreparedStatement sql, Frame event, @Nullable SpanId notified)
            throws SQLException {
        FrameId id = event.id();
        SpanId owner = event.span() == null ? notified : event.span();
        kept.add(link, id.connection(), id.sequence(), event.bytes().length);
        bind(
                sql,
                ++frame,
                database.run(),
                id.connection(),
                id.sequence(),
                owner == null ? null : owner.value(),
                event.where(),
                event.direction().name(),
                event.channel().name(),
                event.bytes(),
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
                event.text(),
                event.data(),
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

    /// Deletes the oldest spans, with their frames and notes, and at last those of the newest too,
    /// while the file is over its size: few at a time, so that no other process has to wait for
    /// long.
    void retain() throws SQLException {
        Database.Link link = database.writer();
        link.lock().lock();
        try {
            long most = database.inMemory() ? limits.memoryBytes() : limits.fileBytes();
            while (used(link) > most && forget(link)) {
                kept.clear();
            }
        } finally {
            link.lock().unlock();
        }
    }

    private static long used(Database.Link link) throws SQLException {
        long pages = link.number("PRAGMA page_count") - link.number("PRAGMA freelist_count");
        return pages * link.number("PRAGMA page_size");
    }

    /// @return whether there was something to delete
    private static boolean forget(Database.Link link) throws SQLException {
        long first = link.number("SELECT min(seq) FROM span");
        long last = link.number("SELECT max(seq) FROM span");
        List<String> deletions = first < last ? ofSpans(part(first, last)) : ofNewestSpan(link);
        if (deletions.isEmpty()) {
            return false;
        }
        try {
            link.begin();
            for (String deletion : deletions) {
                link.execute(deletion);
            }
            link.commit();
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(link, e);
            throw e;
        }
    }

    /// The first that stays.
    private static long part(long first, long last) {
        return first + Math.max(1, (last - first) / FORGOTTEN);
    }

    private static List<String> ofSpans(long keep) {
        return List.of(
                "DELETE FROM frame WHERE seq <= (SELECT frames FROM span WHERE seq >= %d ORDER BY seq LIMIT 1)"
                        .formatted(keep),
                "DELETE FROM note WHERE seq <= (SELECT notes FROM span WHERE seq >= %d ORDER BY seq LIMIT 1)"
                        .formatted(keep),
                "DELETE FROM span WHERE seq < " + keep,
                "DELETE FROM run WHERE ended < (SELECT started FROM span ORDER BY seq LIMIT 1) / 1000");
    }

    /// Nothing may follow it but an endless standard error, or it alone may not end.
    private static List<String> ofNewestSpan(Database.Link link) throws SQLException {
        List<String> deletions = new ArrayList<>();
        for (String table : List.of("frame", "note")) {
            long first = link.number("SELECT min(seq) FROM " + table);
            long last = link.number("SELECT max(seq) FROM " + table);
            if (last - first > FEW) {
                deletions.add("DELETE FROM %s WHERE seq < %d".formatted(table, part(first, last)));
            }
        }
        return deletions;
    }
}
