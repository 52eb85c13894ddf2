package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

class TraceStoreTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("traces.db");
    }

    private void fill(int calls) {
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            for (int i = 0; i < calls; i++) {
                events.call("echo", "{\"id\":" + i + "}", "{\"result\":{}}");
            }
        }
    }

    private static List<TraceRow> all(TraceStore store) {
        return store.page("", OptionalLong.empty(), 200_000);
    }

    @Test
    void whatWasRecordedIsThereAfterARestartWithFramesNotesAndStderr() {
        SpanId id;
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            events.stderr("starting up");
            id = events.call("echo", "{\"q\":1}", "{\"a\":2}");
            events.call("get-sum", "{}", "{}");
        }
        try (TraceStore store = TraceStore.open(folder)) {
            assertThat(store.notices()).isEmpty();
            assertThat(all(store)).extracting(TraceRow::name).containsExactly("get-sum", "echo");
            assertThat(store.page("SUM", OptionalLong.empty(), 9)).hasSize(1);
            assertThat(store.page("100%", OptionalLong.empty(), 9)).isEmpty();
            long newest = all(store).getFirst().sequence();
            assertThat(store.page("", OptionalLong.of(newest), 9)).hasSize(1);
            TraceDetail detail = store.find(id.value().substring(0, 12)).orElseThrow();
            assertThat(detail.frames())
                    .extracting(Frame::text)
                    .containsExactly("{\"q\":1}", "{\"a\":2}");
            assertThat(detail.stderr()).extracting(Frame::text).containsExactly("starting up");
            assertThat(detail.row().duration()).isNotNull().isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(store.find(detail.row().trace().value())).isPresent();
            assertThat(store.find("'; DROP TABLE span")).isEmpty();
        }
    }

    @Test
    void aNotificationsFrameIsItsOwnAndTakesANoteOnlyWhereItWasStoredBefore() throws SQLException {
        SpanId atOnce;
        SpanId split;
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            atOnce = events.notification("notifications/message", "{\"a\":1}", () -> {});
            store.flush();
            split = events.notification("notifications/message", "{\"b\":2}", store::flush);
        }
        try (TraceStore store = TraceStore.open(folder)) {
            assertThat(List.of(atOnce, split))
                    .extracting(id -> store.find(id.value()).orElseThrow())
                    .extracting(detail -> detail.request().orElseThrow().text())
                    .containsExactly("{\"a\":1}", "{\"b\":2}");
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file());
                ResultSet notes =
                        database.createStatement()
                                .executeQuery("SELECT group_concat(span) FROM note")) {
            assertThat(notes.getString(1)).isEqualTo(split.value());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 100, 4_000, 4_096, 8_192, 20_000})
    void aTruncatedFileIsMovedAsideAndAFreshOneStarted(int length) throws IOException {
        fill(200);
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.setLength(length);
        }
        assertStartsAfresh();
    }

    @Test
    void aZeroPageAndATextFileAreMovedAside() throws IOException {
        fill(200);
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(4_096);
            raw.write(new byte[4_096]);
        }
        assertStartsAfresh();
        Files.writeString(file(), "not a database, but a long enough text\n".repeat(100));
        assertStartsAfresh();
    }

    private void assertStartsAfresh() throws IOException {
        try (TraceStore store = TraceStore.open(folder)) {
            assertThat(store.notices()).singleElement().asString().contains(".corrupt-");
            new Events(store).call("echo", "{}", "{}");
            store.flush();
            assertThat(all(store)).hasSize(1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().contains(".corrupt-"))).isNotEmpty();
        }
    }

    @Test
    void aNewerFormatIsLeftAlone() throws IOException {
        fill(1);
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(60);
            raw.writeInt(99);
        }
        byte[] before = Files.readAllBytes(file());
        try (TraceStore store = TraceStore.open(folder)) {
            assertThat(store.notices()).singleElement().asString().contains("newer version");
            new Events(store).call("echo", "{}", "{}");
            store.flush();
            assertThat(all(store)).hasSize(1);
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeMadeGivesAStoreInMemory() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("data");
        try (TraceStore store = TraceStore.open(blocked)) {
            assertThat(store.notices()).singleElement().asString().contains("memory only");
            new Events(store).call("echo", "{}", "{}");
            store.flush();
            assertThat(all(store)).hasSize(1);
        }
    }

    @Test
    void twoStoresShareAFile() {
        try (TraceStore one = TraceStore.open(folder);
                TraceStore two = TraceStore.open(folder)) {
            for (int i = 0; i < 200; i++) {
                new Events(one).call("one", "{}", "{}");
                new Events(two).call("two", "{}", "{}");
            }
            one.flush();
            two.flush();
            assertThat(all(one)).hasSize(400);
            assertThat(all(one)).isEqualTo(all(two));
            assertThat(one.notices()).isEmpty();
            assertThat(two.lost()).isZero();
        }
    }

    @Test
    void aSpanLeftOpenIsInterruptedAfterTheRestart() {
        try (TraceStore store = TraceStore.open(folder)) {
            new Events(store).start("tools/call", "slow");
            store.flush();
            assertThat(all(store).getFirst().status()).isNull();
        }
        try (TraceStore store = TraceStore.open(folder)) {
            assertThat(all(store).getFirst().status()).isEqualTo(SpanStatus.INTERRUPTED);
        }
    }

    @Test
    void bytesGivenUpForNewerOnesAreStillCountedAfterARestart() {
        StoreLimits limits = new StoreLimits(1_000_000, 5_000, 1L << 30, 1L << 30);
        SpanId first;
        SpanId last;
        try (TraceStore store = TraceStore.open(folder, new Redactor(), limits)) {
            Events events = new Events(store);
            first = events.call("large", "x".repeat(2_000), "{}");
            for (int i = 0; i < 100; i++) {
                events.call("large", "x".repeat(2_000), "{}");
            }
            last = events.call("large", "x".repeat(2_000), "{}");
            store.flush();
            assertThat(all(store)).hasSize(102);
            assertThat(store.lost()).isZero();
        }
        try (TraceStore store = TraceStore.open(folder)) {
            Frame kept = store.find(last.value()).orElseThrow().frames().getFirst();
            assertThat(kept.bytes()).hasSize(2_000);
            Frame counted = store.find(first.value()).orElseThrow().frames().getFirst();
            assertThat(counted.bytes()).isEmpty();
            assertThat(counted.length()).isEqualTo(2_000);
        }
    }

    @Test
    void noFileHoldsASecretInAnyForm() throws IOException {
        String secret = "sk-live-SECRET/SECRET+1234";
        String basic = Base64.getEncoder().encodeToString(("user:" + secret).getBytes(UTF_8));
        Redactor redactor = new Redactor();
        redactor.add(List.of(secret));
        try (TraceStore store = TraceStore.open(folder, redactor, StoreLimits.DEFAULT)) {
            SpanId id =
                    new Events(store)
                            .call(secret, "Basic " + basic, "?k=sk-live-SECRET%2FSECRET%2B1234");
            store.flush();
            assertThat(store.find(id.value()).orElseThrow().frames().getFirst().truncated())
                    .isFalse();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    assertThat(Files.readString(each, ISO_8859_1))
                            .doesNotContain(secret, basic, basic.substring(12, 36), "%2FSECRET");
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }
}
