package dev.benchlight.app.traces;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads rows and details. Waits for no writer, but in memory.
///
/// @param past what came before, or null
record TraceQueries(Database.Link link, Database.@Nullable Past past) {
    static final String PAGE =
            "SELECT * FROM span WHERE seq < ?1 AND (?3 = '' OR method LIKE ?4 ESCAPE '\\'"
                    + " OR name LIKE ?4 ESCAPE '\\' OR place LIKE ?4 ESCAPE '\\'"
                    + " OR summary LIKE ?4 ESCAPE '\\') ORDER BY seq DESC LIMIT ?2";
    static final String SEARCH =
            "SELECT * FROM span WHERE seq < ?1 AND seq >= ?3 AND %s ORDER BY seq DESC LIMIT ?2";

    /// Where a stretch of the rows before another begins.
    static final String STRETCH =
            "SELECT seq FROM span WHERE seq < ? ORDER BY seq DESC LIMIT 1 OFFSET 19999";

    static final String CALLS =
            "SELECT * FROM span WHERE seq < ?1 AND kind = 'REQUEST' AND method IN ('"
                    + String.join("', '", TraceRow.CALLS)
                    + "') ORDER BY seq DESC LIMIT ?2";
    static final String SPANS = "SELECT id FROM span WHERE id >= ? AND id < ? LIMIT 2";
    static final String ROOTS =
            "SELECT id FROM span WHERE seq IN (SELECT min(seq) FROM span"
                    + " WHERE trace >= ? AND trace < ? GROUP BY trace LIMIT 2)";
    static final String SPAN = "SELECT * FROM span WHERE id = ?";

    /// A flood may belong to one span: its beginning is enough, if what asked and answered is
    /// there.
    static final String FRAMES =
            "SELECT * FROM (SELECT f.* FROM frame f WHERE f.span = ?1 UNION SELECT f.* FROM note n"
                    + " JOIN frame f ON f.connection = n.connection AND f.number = n.number"
                    + " WHERE n.span = ?1 AND f.run = (SELECT run FROM span WHERE id = ?1)"
                    + " ORDER BY 1 LIMIT 2000) UNION SELECT f.* FROM note n JOIN frame f"
                    + " ON f.connection = n.connection AND f.number = n.number WHERE n.span = ?1"
                    + " AND n.type IN ('REQUEST_FRAME', 'RESPONSE_FRAME')"
                    + " AND f.run = (SELECT run FROM span WHERE id = ?1) ORDER BY 1";

    static final String NOTES =
            "SELECT * FROM (SELECT * FROM note WHERE span = ?1 ORDER BY seq LIMIT 2000) UNION"
                    + " SELECT * FROM note WHERE span = ?1"
                    + " AND type IN ('REQUEST_FRAME', 'RESPONSE_FRAME') ORDER BY 1";
    static final String STDERR =
            "SELECT f.* FROM frame f, span s WHERE s.id = ? AND f.channel = 'STDERR'"
                    + " AND f.connection = s.connection AND f.run = s.run"
                    + " AND f.nanos BETWEEN s.nanos - ? AND"
                    + " ifnull(s.nanos + s.duration + ?, 9223372036854775807)"
                    + " ORDER BY f.seq LIMIT 1000";
    static final String CHILDREN = "SELECT * FROM span WHERE parent = ? ORDER BY seq LIMIT 1000";
    private static final long SECOND = 1_000_000_000;

    /// What turns the current row of a result into a value.
    private interface View<T> {
        T of(ResultSet row) throws SQLException;
    }

    List<TraceRow> page(String text, long before, int limit) throws SQLException {
        String like = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return newest(PAGE, before, limit, text, like);
    }

    List<TraceRow> calls(long before, int limit) throws SQLException {
        return newest(CALLS, before, limit);
    }

    /// Looks at the next stretch of rows, which is short enough to keep nobody waiting.
    RowSearch.Found search(RowSearch search, long before, int limit) throws SQLException {
        if (past != null && before <= past.last() + 1) {
            return stretch(past.link(), search, before, limit);
        }
        RowSearch.Found found = stretch(link, search, before, limit);
        return past == null || found.next().isPresent()
                ? found
                : new RowSearch.Found(found.rows(), OptionalLong.of(past.last() + 1));
    }

    private static RowSearch.Found stretch(
            Database.Link link, RowSearch search, long before, int limit) throws SQLException {
        List<Long> begin = all(link, STRETCH, row -> row.getLong(1), before);
        OptionalLong next = begin.stream().mapToLong(Long::longValue).findFirst();
        List<Object> values = new ArrayList<>(List.of(before, limit));
        values.add(next.orElse(Long.MIN_VALUE));
        values.addAll(search.values());
        String sql = String.format(Locale.ROOT, SEARCH, search.sql(4));
        List<TraceRow> rows = all(link, sql, TraceQueries::row, values.toArray());
        if (rows.size() >= limit) {
            next = OptionalLong.of(rows.getLast().sequence());
        }
        return new RowSearch.Found(rows.stream().filter(search::fits).toList(), next);
    }

    /// @param more values of the query after its first two
    private List<TraceRow> newest(String sql, long before, int limit, String... more)
            throws SQLException {
        List<TraceRow> rows = new ArrayList<>(rows(link, sql, before, limit, more));
        if (past != null && rows.size() < limit) {
            long older = Math.min(before, past.last() + 1);
            rows.addAll(rows(past.link(), sql, older, limit - rows.size(), more));
        }
        return rows;
    }

    private static List<TraceRow> rows(
            Database.Link link, String sql, long before, int limit, String... more)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(before, limit));
        values.addAll(List.of(more));
        return all(link, sql, TraceQueries::row, values.toArray());
    }

    Optional<TraceDetail> find(String id) throws SQLException {
        String prefix = id.strip().toLowerCase(Locale.ROOT);
        if (!prefix.matches("[0-9a-f]{1,32}")) {
            return Optional.empty();
        }
        Map<String, Database.Link> found = new HashMap<>();
        find(link, prefix, found);
        if (past != null) {
            find(past.link(), prefix, found);
        }
        if (found.size() != 1) {
            return Optional.empty();
        }
        var only = found.entrySet().iterator().next();
        return Optional.of(detail(only.getValue(), only.getKey()));
    }

    /// @param found gets the spans that fit, and where they are
    private static void find(Database.Link link, String prefix, Map<String, Database.Link> found)
            throws SQLException {
        for (String query : List.of(SPANS, ROOTS)) {
            for (String id : all(link, query, row -> row.getString(1), prefix, prefix + "g")) {
                found.put(id, link);
            }
        }
    }

    private static TraceDetail detail(Database.Link link, String id) throws SQLException {
        return new TraceDetail(
                all(link, SPAN, TraceQueries::row, id).getFirst(),
                all(link, FRAMES, TraceQueries::frame, id),
                all(link, NOTES, TraceQueries::note, id),
                all(link, STDERR, TraceQueries::frame, id, SECOND, SECOND),
                all(link, CHILDREN, TraceQueries::row, id));
    }

    private static <T> List<T> all(Database.Link link, String sql, View<T> view, Object... values)
            throws SQLException {
        link.lock().lock();
        try (PreparedStatement query = link.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> result = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    result.add(view.of(rows));
                }
            }
            return result;
        } finally {
            link.lock().unlock();
        }
    }

    private static TraceRow row(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        String status = row.getString("status");
        long nanos = row.getLong("duration");
        boolean timed = !row.wasNull();
        return new TraceRow(
                row.getLong("seq"),
                new SpanId(row.getString("id")),
                new TraceId(row.getString("trace")),
                parent == null ? null : new SpanId(parent),
                SpanKind.valueOf(row.getString("kind")),
                row.getString("method"),
                row.getString("name"),
                row.getString("place"),
                row.getString("connection"),
                instant(row.getLong("started")),
                status == null ? null : SpanStatus.valueOf(status),
                timed ? Duration.ofNanos(nanos) : null,
                row.getLong("sent"),
                row.getLong("received"),
                row.getString("summary"));
    }

    private static Frame frame(ResultSet row) throws SQLException {
        return new Frame(
                new FrameId(row.getString("connection"), row.getLong("number")),
                span(row.getString("span")),
                row.getString("place"),
                Direction.valueOf(row.getString("direction")),
                Channel.valueOf(row.getString("channel")),
                row.getBytes("bytes"),
                row.getLong("length"),
                row.getLong("start"),
                moment(row));
    }

    private static SpanNote note(ResultSet row) throws SQLException {
        String connection = row.getString("connection");
        return new SpanNote(
                new SpanId(row.getString("span")),
                SpanNote.Type.valueOf(row.getString("type")),
                row.getString("text"),
                row.getString("data"),
                connection == null ? null : new FrameId(connection, row.getLong("number")),
                moment(row));
    }

    private static @Nullable SpanId span(@Nullable String id) {
        return id == null ? null : new SpanId(id);
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return new Moment(instant(row.getLong("at")), row.getLong("nanos"));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
