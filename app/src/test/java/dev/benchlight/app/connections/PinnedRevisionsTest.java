package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.LockFile;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.SessionOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class PinnedRevisionsTest {
    @TempDir private Path folder;

    private PinnedRevisions read(String workspace) {
        return PinnedRevisions.in(
                DataFolder.open(folder.resolve("data"), Map.of()), folder.resolve(workspace));
    }

    @Test
    void aRevisionIsPinnedForOneServerOfOneWorkspaceUntilItIsFoundOutAgain() throws IOException {
        read("a").pin("s", Optional.of(Revision.R2025_06_18));
        read("b").pin("s", Optional.of(Revision.R2026_07_28));

        PinnedRevisions again = read("a");
        assertThat(again.of("s")).contains(Revision.R2025_06_18);
        assertThat(again.of("other")).isEmpty();
        assertThat(again.applied("s", SessionOptions.DEFAULT).pinned())
                .isEqualTo(Revision.R2025_06_18);
        assertThat(again.applied("other", SessionOptions.DEFAULT).pinned()).isNull();

        again.pin("s", Optional.empty());
        assertThat(read("a").of("s")).isEmpty();
        assertThat(read("b").of("s")).contains(Revision.R2026_07_28);
    }

    @Test
    void whatAnotherWindowIsAboutToPinIsNotOverwritten() throws Exception {
        PinnedRevisions mine = read("a");
        Path file = folder.resolve("data").resolve(PinnedRevisions.FILE);
        CompletableFuture<Void> pinning;
        try (LockFile _ = LockFile.lock(file, Duration.ofMinutes(1)).orElseThrow()) {
            pinning =
                    CompletableFuture.runAsync(() -> {
                        try {
                            mine.pin("s", Optional.of(Revision.R2025_06_18));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            Await.until("mine to be on its way", () -> mine.of("s").isPresent());
            Files.writeString(file, "{\"" + folder.resolve("b") + "\": {\"s\": \"2026-07-28\"}}");
        }
        pinning.get(1, TimeUnit.MINUTES);
        assertThat(read("a").of("s")).contains(Revision.R2025_06_18);
        assertThat(read("b").of("s")).contains(Revision.R2026_07_28);
    }

    @Test
    void aFileThatCannotBeReadPinsNothing() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve(PinnedRevisions.FILE), "{oops");
        assertThat(read("a").of("s")).isEmpty();
    }
}
