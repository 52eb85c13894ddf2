package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.SpanId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A data folder that can be looked at, but not written.
class ReadOnlyStoreTest {
    @TempDir Path folder;

    @Test
    void whatWasRecordedIsShownBeforeWhatIsNewAndNothingIsWritten() throws IOException {
        SpanId echo;
        try (TraceStore store = TraceStore.open(folder)) {
            new Events(store).call("first", "{}", "{}");
            echo = new Events(store).call("echo", "{\"q\":1}", "{\"a\":2}");
        }
        byte[] before = Files.readAllBytes(folder.resolve("traces.db"));

        try (TraceStore store = TraceStore.readOnly(folder, new Redactor())) {
            SpanId other = new Events(store).call("other", "{\"r\":3}", "{}");
            store.flush();

            List<TraceRow> page = store.page("", OptionalLong.empty(), 2);
            assertThat(page).extracting(TraceRow::name).containsExactly("other", "echo");
            OptionalLong last = OptionalLong.of(page.getLast().sequence());
            assertThat(store.page("", last, 10))
                    .extracting(TraceRow::name)
                    .containsExactly("first");
            assertThat(request(store, echo)).isEqualTo("{\"q\":1}");
            assertThat(request(store, other)).isEqualTo("{\"r\":3}");
            assertThat(store.notices()).isEmpty();
        }

        assertThat(folder.resolve("traces.db")).hasBinaryContent(before);
    }

    private static String request(TraceStore store, SpanId span) {
        return store.find(span.value()).orElseThrow().request().orElseThrow().text();
    }

    @Test
    void aMissingFileIsNoFaultAndADamagedOneIsLeftWhereItIs() throws IOException {
        try (TraceStore store = TraceStore.readOnly(folder, new Redactor())) {
            assertThat(store.page("", OptionalLong.empty(), 10)).isEmpty();
            assertThat(store.notices()).isEmpty();
        }
        Path file = Files.writeString(folder.resolve("traces.db"), "no database ".repeat(900));

        try (TraceStore store = TraceStore.readOnly(folder, new Redactor())) {
            assertThat(store.page("", OptionalLong.empty(), 10)).isEmpty();
            assertThat(store.notices().getFirst()).contains("cannot be read");
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
