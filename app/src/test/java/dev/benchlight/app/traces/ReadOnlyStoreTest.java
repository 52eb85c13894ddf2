package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A data folder that can be looked at, but not written.
class ReadOnlyStoreTest {
    @TempDir Path folder;

    @Test
    void whatWasRecordedIsShownAndNothingIsWritten() throws IOException {
        try (TraceStore store = TraceStore.open(folder)) {
            new Events(store).call("echo", "{\"q\":1}", "{\"a\":2}");
        }
        byte[] before = Files.readAllBytes(folder.resolve("traces.db"));

        try (TraceStore store = TraceStore.readOnly(folder)) {
            new Events(store).call("other", "{}", "{}");
            store.flush();

            assertThat(store.page("", OptionalLong.empty(), 10))
                    .extracting(TraceRow::name)
                    .containsExactly("echo");
            assertThat(store.notices()).isEmpty();
        }

        assertThat(folder.resolve("traces.db")).hasBinaryContent(before);
    }

    @Test
    void aMissingFileIsNoFaultAndADamagedOneIsLeftWhereItIs() throws IOException {
        try (TraceStore store = TraceStore.readOnly(folder)) {
            assertThat(store.page("", OptionalLong.empty(), 10)).isEmpty();
            assertThat(store.notices()).isEmpty();
        }
        Path file = Files.writeString(folder.resolve("traces.db"), "no database ".repeat(900));

        try (TraceStore store = TraceStore.readOnly(folder)) {
            assertThat(store.page("", OptionalLong.empty(), 10)).isEmpty();
            assertThat(store.notices().getFirst()).contains("cannot be read");
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
