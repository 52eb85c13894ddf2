package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the store does with more than it can hold, and where the disk gives out.
@Timeout(120)
class TraceStoreLimitsTest {
    private static final int CALLS = 17_000;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("traces.db");
    }

    @Test
    void aHundredThousandEventsArePagedByIndexAlone() throws SQLException {
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            for (int i = 0; i < CALLS; i++) {
                events.call("echo", "{\"id\":" + i + "}", "{}");
                if (i % 1_000 == 0) {
                    store.flush();
                }
            }
            store.flush();
            assertThat(store.lost()).isZero();
            List<TraceRow> page = store.page("", OptionalLong.empty(), 5_000);
            List<Long> seen = new ArrayList<>();
            while (!page.isEmpty()) {
                page.forEach(row -> seen.add(row.sequence()));
                page = store.page("", OptionalLong.of(page.getLast().sequence()), 5_000);
            }
            assertThat(seen).hasSize(CALLS).doesNotHaveDuplicates();
        }
        assertThat(plan(TraceQueries.PAGE)).singleElement().asString().contains("(rowid<?)");
        for (String query :
                List.of(
                        TraceQueries.SPANS,
                        TraceQueries.ROOTS,
                        TraceQueries.SPAN,
                        TraceQueries.FRAMES,
                        TraceQueries.NOTES,
                        TraceQueries.STDERR,
                        TraceQueries.CHILDREN)) {
            assertThat(plan(query)).as(query).noneMatch(step -> step.matches("SCAN \\w.*"));
        }
    }

    private List<String> plan(String query) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = database.prepareStatement("EXPLAIN QUERY PLAN " + query);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    @Test
    void aFloodWhileTheDiskIsBusyIsHeldOnlyUpToTheLimitAndTheRestCounted() throws SQLException {
        int size = 64 << 10;
        int held = 128;
        StoreLimits limits = new StoreLimits((long) held * size, 1L << 30, 1L << 30, 1L << 30);
        try (TraceStore store = TraceStore.open(folder, new Redactor(), limits);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var lock = other.createStatement()) {
            List<String> told = new CopyOnWriteArrayList<>();
            store.subscribeToNotices(told::add);
            SpanId span = flood(store, lock, 1, size);

            int stored = store.find(span.value()).orElseThrow().frames().size();
            // What the writer had taken before it had to wait is not in the queue any more.
            assertThat(stored).isBetween(held / 4 * 3, 4 * held);
            assertThat(store.lost()).isEqualTo(4_000 - stored);
            assertThat(store.notices())
                    .singleElement()
                    .asString()
                    .contains("not recorded so far: %,d frames.".formatted(store.lost()));

            flood(store, lock, 4_001, size);
            Await.until(
                    "the second flood was told of, to the last frame",
                    () ->
                            !told.isEmpty()
                                    && store.lost() > 4_000
                                    && told.getLast()
                                            .contains(": %,d frames.".formatted(store.lost())));
            assertThat(store.notices()).containsExactly(told.getLast());
        }
    }

    /// Records 4,000 frames while somebody else holds the file.
    private static SpanId flood(TraceStore store, Statement lock, int first, int size)
            throws SQLException {
        lock.execute("BEGIN IMMEDIATE");
        SpanId span = new Events(store).start("tools/call", "flood");
        for (int i = first; i < first + 4_000; i++) {
            store.record(frame(span, i, size));
        }
        lock.execute("ROLLBACK");
        store.flush();
        return span;
    }

    @Test
    void aBurstOfTwentyThousandSmallMessagesIsStoredToTheLast() {
        try (TraceStore store = TraceStore.open(folder)) {
            messages(store, 20_000, () -> {});
            assertThat(store.lost()).isZero();
        }
        assertThatAllAreStored(20_000);
    }

    @Test
    void ofAFloodThatIsReadNoFasterThanStoredNothingIsLost() {
        StoreLimits limits = new StoreLimits(8L << 20, 100L << 20, 1L << 30, 1L << 30);
        try (TraceStore store = TraceStore.open(folder, new Redactor(), limits)) {
            messages(store, 100_000, store::awaitRoom);
            assertThat(store.lost()).isZero();
        }
        assertThatAllAreStored(100_000);
    }

    private static void messages(TraceStore store, int count, Runnable before) {
        Events events = new Events(store);
        for (int i = 0; i < count; i++) {
            before.run();
            events.notification("notifications/message", "{\"level\":\"info\",\"data\":" + i + "}");
        }
    }

    private void assertThatAllAreStored(int count) {
        assertThat(number("SELECT count(*) FROM span WHERE status = 'OK'")).isEqualTo(count);
        assertThat(number("SELECT count(*) FROM frame WHERE length(bytes) > 0")).isEqualTo(count);
        String linked =
                "SELECT (SELECT count(*) FROM note)"
                        + " + (SELECT count(*) FROM frame WHERE span IS NOT NULL)";
        assertThat(number(linked)).isEqualTo(count);
    }

    @Test
    void ofAFloodWithinOneSpanTheBeginningAndTheAnswerAreGiven() {
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            SpanId span = events.start("tools/call", "flood");
            events.request(span, "{\"id\":1}");
            for (int i = 1; i <= 10_000; i++) {
                store.record(frame(span, i, 10));
                events.timing(span, "tick", "{}");
            }
            events.response(span, "{\"id\":1,\"result\":{}}");
            events.end(span, SpanStatus.OK, "");
            store.flush();

            TraceDetail detail = store.find(span.value()).orElseThrow();
            assertThat(detail.frames()).hasSizeBetween(2_000, 2_002);
            assertThat(detail.notes()).hasSizeBetween(2_000, 2_002);
            assertThat(detail.request().orElseThrow().text()).isEqualTo("{\"id\":1}");
            assertThat(detail.response().orElseThrow().text()).contains("result");
        }
    }

    private static Frame frame(SpanId span, int number, int size) {
        return new Frame(
                new FrameId("flood-1", number),
                span,
                "flood",
                Direction.RECEIVED,
                Channel.STDIO,
                new byte[size],
                size,
                0,
                Moment.now());
    }

    /// A store with a call named "before", whose rows go into `shown`.
    private static TraceStore afterOneCall(BreakableFile disk, List<TraceRow> shown) {
        TraceStore store = TraceStore.open(disk, new Redactor(), StoreLimits.DEFAULT);
        store.subscribe(shown::addAll);
        new Events(store).call("before", "{}", "{}");
        store.flush();
        return store;
    }

    @Test
    void aFullDiskIsNamedRowsAreStillShownAndStoringGoesOnOnceThereIsRoom() throws SQLException {
        BreakableFile disk = new BreakableFile(file());
        List<TraceRow> shown = new CopyOnWriteArrayList<>();
        try (TraceStore store = afterOneCall(disk, shown)) {
            Events events = new Events(store);
            disk.execute("PRAGMA max_page_count = 1");

            events.call("full", "{}", "x".repeat(100_000));
            store.flush();
            assertThat(store.notices())
                    .singleElement()
                    .asString()
                    .contains("the disk is full", file().toString(), "bytes");
            assertThat(names(store)).containsExactly("before");
            assertThat(store.lost()).isEqualTo(6);

            disk.execute("PRAGMA max_page_count = 1000000");
            events.call("after", "{}", "{}");
            store.flush();
            assertThat(names(store)).containsExactly("after", "before");
            assertThat(store.notices()).last().asString().contains("stored again; 6 events");
        }
        assertThat(shown)
                .filteredOn(row -> row.status() == SpanStatus.OK)
                .extracting(TraceRow::name)
                .contains("before", "full", "after");
        assertThat(shown).extracting(TraceRow::sequence).isSorted();
    }

    @Test
    void aDiskThatTurnsReadOnlyLosesOnlyWhatComesMeanwhile() throws SQLException {
        BreakableFile disk = new BreakableFile(file());
        List<TraceRow> shown = new CopyOnWriteArrayList<>();
        try (TraceStore store = afterOneCall(disk, shown)) {
            Events events = new Events(store);
            disk.execute("PRAGMA query_only = 1");
            events.call("lost", "{}", "{}");
            store.flush();
            assertThat(store.notices()).singleElement().asString().contains("not being stored");
            disk.execute("PRAGMA query_only = 0");
            events.call("after", "{}", "{}");
            store.flush();
            assertThat(names(store)).containsExactly("after", "before");
        }
        assertThat(shown).extracting(TraceRow::name).contains("before", "lost", "after");
    }

    @Test
    void theOldestSpansGoWithAllTheirFramesAndNotesWhenTheFileIsOverItsSize() throws SQLException {
        StoreLimits limits = new StoreLimits(128L << 20, 1L << 30, 1L << 20, 1L << 20);
        SpanId newest = SpanId.random();
        try (TraceStore store = TraceStore.open(folder, new Redactor(), limits)) {
            Events events = new Events(store);
            for (int i = 0; i < 2_000; i++) {
                newest = events.call("call-" + i, "{}", "x".repeat(4_000));
                if (i % 20 == 0) {
                    store.flush();
                }
            }
            store.flush();
            assertThat(store.notices()).isEmpty();
            assertThat(names(store)).startsWith("call-1999", "call-1998").doesNotContain("call-0");
            assertThat(names(store)).hasSizeBetween(100, 300);
            assertThat(store.find(newest.value()).orElseThrow().frames()).hasSize(2);
        }
        assertThat(number("SELECT count(*) FROM frame WHERE span IS NOT NULL"))
                .isEqualTo(number("SELECT count(*) FROM span"));
        assertThat(number("SELECT count(*) FROM note WHERE span NOT IN (SELECT id FROM span)"))
                .isZero();
        assertThat(number("PRAGMA page_count") * number("PRAGMA page_size")).isLessThan(2L << 20);
    }

    @Test
    void anEndlessStandardErrorAfterTheLastCallKeepsToTheSizeToo() throws SQLException {
        StoreLimits limits = new StoreLimits(128L << 20, 1L << 30, 1L << 20, 1L << 20);
        SpanId last;
        try (TraceStore store = TraceStore.open(folder, new Redactor(), limits)) {
            Events events = new Events(store);
            last = events.call("last", "{}", "{}");
            for (int i = 0; i < 30_000; i++) {
                events.stderr(
                        "line " + i + " of what nobody asked for, and of which there is more");
                if (i % 1_000 == 0) {
                    store.flush();
                }
            }
            store.flush();
            assertThat(store.find(last.value())).as("the last call").isPresent();
            assertThat(store.lost()).isZero();
        }
        assertThat(number("SELECT max(number) FROM frame")).isEqualTo(30_002);
        assertThat(number("PRAGMA page_count") * number("PRAGMA page_size")).isLessThan(2L << 20);
    }

    @Test
    void whatCannotBeDeletedStaysWholeAndWritingGoesOn() throws SQLException {
        BreakableFile disk = new BreakableFile(file());
        StoreLimits limits = new StoreLimits(128L << 20, 1L << 30, 1L << 16, 1L << 16);
        try (TraceStore store = TraceStore.open(disk, new Redactor(), limits)) {
            disk.execute(
                    "CREATE TRIGGER keep BEFORE DELETE ON span BEGIN SELECT RAISE(ABORT, 'no'); END");
            Events events = new Events(store);
            for (int i = 0; i < 10; i++) {
                events.call("call-" + i, "{}", "x".repeat(20_000));
                store.flush();
            }
            assertThat(names(store)).hasSize(10);
            assertThat(store.lost()).isZero();
            SpanId first = store.page("call-0", OptionalLong.empty(), 1).getFirst().id();
            assertThat(store.find(first.value()).orElseThrow().frames()).hasSize(2);

            disk.execute("DROP TRIGGER keep");
            events.call("call-10", "{}", "{}");
            store.flush();
            assertThat(names(store)).startsWith("call-10").doesNotContain("call-0");
        }
    }

    @Test
    void aLargeFileThatTurnsOutToBeCorruptLaterIsReplacedWhileRunning() throws IOException {
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            for (int i = 0; i < 3_000; i++) {
                events.call("call-" + i, "{}", "x".repeat(2_000));
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        assertThat(bytes).hasSizeGreaterThan(6 << 20);
        java.util.Arrays.fill(bytes, bytes.length / 4, bytes.length / 4 * 3, (byte) 0);
        Files.write(file(), bytes);

        try (TraceStore store = TraceStore.open(folder)) {
            store.page("", OptionalLong.empty(), 5_000);
            Events events = new Events(store);
            while (store.notices().stream().noneMatch(said -> said.contains(".corrupt-"))) {
                events.call("again", "{}", "{}");
                store.flush();
            }
            events.call("fresh", "{}", "{}");
            store.flush();
            assertThat(names(store)).startsWith("fresh").doesNotContain("call-0");
        }
    }

    private static List<String> names(TraceStore store) {
        return store.page("", OptionalLong.empty(), 5_000).stream().map(TraceRow::name).toList();
    }

    private long number(String query) {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
