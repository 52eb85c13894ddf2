package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Era;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class KnownErasTest {
    @TempDir private Path folder;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final InstantSource clock = now::get;
    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve(KnownEras.FILE);
    }

    private KnownEras eras() {
        return new KnownEras(file, clock);
    }

    private void later(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Test
    void anOlderServerIsKnownToTheNextRunForAWeek() {
        eras().remember("a", Era.LEGACY);
        assertThat(eras().recall("a")).contains(Era.LEGACY);
        assertThat(eras().recall("b")).isEmpty();
        later(Duration.ofDays(7));
        assertThat(eras().recall("a")).isEmpty();
        later(Duration.ofDays(-8));
        assertThat(eras().recall("a")).as("seen in the future").isEmpty();
    }

    @Test
    void whatIsForgottenOrFoundToBeNewerIsGone() {
        eras().remember("a", Era.LEGACY);
        eras().remember("b", Era.LEGACY);
        eras().forget("a");
        eras().remember("b", Era.MODERN);
        assertThat(eras().recall("a")).isEmpty();
        assertThat(eras().recall("b")).isEmpty();
        assertThat(file).hasContent("{}");
    }

    @Test
    void aFileThatIsDamagedOrFullIsBegunAnew() throws IOException {
        Files.writeString(file, "{\"a\": nonsense");
        assertThat(eras().recall("a")).isEmpty();
        String entries =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "\"server" + i + "\":\"" + clock.instant() + "\"")
                        .collect(Collectors.joining(","));
        Files.writeString(file, "{" + entries + "}");
        assertThat(eras().recall("server0")).contains(Era.LEGACY);
        eras().remember("server1000", Era.LEGACY);
        assertThat(eras().recall("server1000")).contains(Era.LEGACY);
        assertThat(eras().recall("server0")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToCostsNothingElse() throws IOException {
        Files.createDirectory(file);
        eras().remember("a", Era.LEGACY);
        assertThat(eras().recall("a")).isEmpty();
    }
}
