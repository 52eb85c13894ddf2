package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What is kept of a connection that carries more than its share.
class KeptBytesTest {
    private static final String LARGE = "x".repeat(300_000);
    private static final StoreLimits LIMITS =
            new StoreLimits(128L << 20, 1_000_000, 1L << 30, 1L << 30);

    @TempDir private Path folder;

    @Test
    void theOldestLargeAnswersAreGivenUpAndWhatIsNewOrSmallIsWhole() {
        try (TraceStore store = TraceStore.open(folder, new Redactor(), LIMITS)) {
            Events events = new Events(store);
            List<SpanId> large = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                large.add(events.call("large", "{\"id\":" + i + "}", LARGE));
                if (i % 5 == 0) {
                    store.flush();
                }
            }
            SpanId small = events.call("small", "{\"id\":99}", "{\"result\":1}");
            store.flush();

            assertThat(find(store, small).frames())
                    .extracting(Frame::text)
                    .containsExactly("{\"id\":99}", "{\"result\":1}");
            assertThat(large.stream().map(id -> answer(store, id)).map(Frame::givenUp))
                    .containsExactly(
                            true, true, true, true, true, true, true, true, true, false, false,
                            false);
            Frame old = answer(store, large.getFirst());
            assertThat(old.length()).isEqualTo(LARGE.length());
            assertThat(old.bytes()).isEmpty();
            assertThat(find(store, large.getFirst()).request().orElseThrow().text())
                    .isEqualTo("{\"id\":0}");
        }
    }

    @Test
    void smallFramesGoInOrderWhereThereAreOnlySuch() {
        StoreLimits few = new StoreLimits(128L << 20, 1_000, 1L << 30, 1L << 30);
        try (TraceStore store = TraceStore.open(folder, new Redactor(), few)) {
            Events events = new Events(store);
            SpanId first = events.call("first", "{\"id\":1}", "{\"result\":1}");
            SpanId last = first;
            for (int i = 0; i < 3_000; i++) {
                last = events.call("more", "{\"id\":1}", "{\"result\":1}");
            }
            store.flush();
            assertThat(find(store, first).frames()).allMatch(Frame::givenUp);
            assertThat(find(store, last).frames()).noneMatch(Frame::givenUp);
        }
    }

    @Test
    void theNewestFrameIsKeptHoweverLargeAndAnEmptyOneIsNotGivenUp() {
        StoreLimits none = new StoreLimits(128L << 20, 10, 1L << 30, 1L << 30);
        try (TraceStore store = TraceStore.open(folder, new Redactor(), none)) {
            Events events = new Events(store);
            SpanId span = events.call("large", "", LARGE);
            store.flush();
            assertThat(answer(store, span).text()).isEqualTo(LARGE);
            assertThat(find(store, span).request().orElseThrow().givenUp()).isFalse();
        }
    }

    @Test
    void whatCouldNotBeWrittenTakesNoRoom() throws SQLException {
        BreakableFile disk = new BreakableFile(folder.resolve("traces.db"));
        try (TraceStore store = TraceStore.open(disk, new Redactor(), LIMITS)) {
            Events events = new Events(store);
            SpanId first = events.call("first", "{}", LARGE);
            store.flush();
            disk.execute("PRAGMA query_only = 1");
            for (int i = 0; i < 5; i++) {
                events.call("lost", "{}", LARGE);
                store.flush();
            }
            disk.execute("PRAGMA query_only = 0");
            events.call("after", "{}", LARGE);
            store.flush();
            assertThat(answer(store, first).text()).isEqualTo(LARGE);
        }
    }

    @Test
    void eachConnectionHasItsShareHoweverManyThereAre() throws SQLException {
        StoreLimits small = new StoreLimits(128L << 20, 1_000, 1L << 30, 1L << 30);
        int connections = 1_200;
        try (TraceStore store = TraceStore.open(folder, new Redactor(), small)) {
            SpanId span = new Events(store).start("tools/call", "many");
            for (int number = 1; number <= 4; number++) {
                for (int i = 0; i < connections; i++) {
                    store.record(frame(span, new FrameId("many-" + i, number)));
                }
                store.flush();
            }
        }
        assertThat(
                        numbers(
                                "SELECT DISTINCT 10 * number + (length(bytes) > 0) FROM frame"
                                        + " ORDER BY 1"))
                .containsExactly(10L, 20L, 31L, 41L);
    }

    @Test
    void whatWentWithItsSpanTakesNoRoom() throws SQLException {
        StoreLimits file = new StoreLimits(128L << 20, 3L << 19, 1L << 20, 1L << 20);
        try (TraceStore store = TraceStore.open(folder, new Redactor(), file)) {
            Events events = new Events(store);
            for (int i = 0; i < 500; i++) {
                events.call("call-" + i, "{}", "x".repeat(20_000));
                if (i % 5 == 0) {
                    store.flush();
                }
            }
        }
        assertThat(numbers("SELECT DISTINCT length(bytes) FROM frame")).doesNotContain(0L);
        assertThat(numbers("SELECT min(number) FROM frame").getFirst()).isGreaterThan(100);
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder + "/traces.db");
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static Frame frame(SpanId span, FrameId id) {
        return new Frame(
                id,
                span,
                "many",
                Direction.RECEIVED,
                Channel.STDIO,
                new byte[400],
                400,
                0,
                Moment.now());
    }

    private static Frame answer(TraceStore store, SpanId id) {
        return find(store, id).response().orElseThrow();
    }

    private static TraceDetail find(TraceStore store, SpanId id) {
        return store.find(id.value()).orElseThrow();
    }
}
