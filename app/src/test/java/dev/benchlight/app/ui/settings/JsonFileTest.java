package dev.benchlight.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

class JsonFileTest {
    @TempDir private Path folder;
    private final SaveTroubles troubles = new SaveTroubles();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Integer> made = new CopyOnWriteArrayList<>();

    @Test
    void whatIsSavedIsWrittenWithoutBeingAskedToFlush() {
        JsonFile file = new JsonFile(folder.resolve("tabs.json"), troubles);

        file.save(number(7));

        Await.until("written", () -> file.load().path("number").asInt() == 7);
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("tabs.json"));
    }

    @Test
    @Timeout(60)
    void aPipeOrADeviceInItsPlaceIsNotWaitedForAndIsReplaced() throws Exception {
        Path zeros = Files.createSymbolicLink(folder.resolve("zeros.json"), Path.of("/dev/zero"));
        Path pipe = folder.resolve("pipe.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        for (Path path : List.of(zeros, pipe)) {
            JsonFile file = new JsonFile(path, troubles);
            assertThat(file.load()).isEmpty();
            file.save(number(7));
            assertThat(file.flush()).isTrue();
            Await.until("replaced", () -> Files.isRegularFile(path));
        }

        assertThat(troubles.notices())
                .hasSize(2)
                .allMatch(line -> line.contains("it is a device or a pipe"));
    }

    @Test
    void onlyTheNewestWaitsWhileAnEarlierOneIsWrittenAndTheCallerNeverDoes() {
        JsonFile file = new JsonFile(folder.resolve("tabs.json"), troubles);
        CountDownLatch slow = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        file.save(() -> {
            assertThat(Thread.currentThread()).isNotEqualTo(caller);
            made.add(0);
            await(slow);
            return JsonMapper.shared().createObjectNode();
        });
        Await.until("writing", () -> made.contains(0));

        for (int i = 1; i <= 1_000; i++) {
            file.save(number(i));
        }
        assertThat(made).containsExactly(0);
        slow.countDown();

        Await.until("the newest", () -> file.load().path("number").asInt() == 1_000);
        assertThat(made).containsExactly(0, 1_000);
    }

    @Test
    void flushingWaitsForWhatIsUnderWayAndWritesTheRest() {
        JsonFile file = new JsonFile(folder.resolve("tabs.json"), troubles);
        for (int i = 0; i < 50; i++) {
            file.save(number(i));
        }
        file.flush();

        assertThat(file.load().path("number").asInt()).isEqualTo(49);
    }

    @Test
    void aFailureIsSaidOnceWithCauseAndHintAndGoesByItselfWhenASaveWorksAgain() throws IOException {
        Path gone = folder.resolve("data");
        JsonFile file = new JsonFile(gone.resolve("tabs.json"), troubles);
        troubles.subscribe(said::add);
        assertThat(said).containsExactly("");

        for (int i = 0; i < 20; i++) {
            file.save(number(i));
            file.flush();
        }
        Await.until("said", () -> said.size() == 2);
        assertThat(said.get(1)).contains("tabs.json", "no such file or folder", "folder again");

        Files.createDirectory(gone);
        Await.until("saved", () -> said.size() == 3);
        assertThat(said.get(2)).isEmpty();
        assertThat(file.load().path("number").asInt()).isEqualTo(19);
    }

    @Test
    void theTroubleOfOneFileStaysWhileAnotherIsSaved() throws IOException {
        JsonFile lost = new JsonFile(folder.resolve("gone").resolve("tabs.json"), troubles);
        JsonFile fine = new JsonFile(folder.resolve("window.json"), troubles);
        troubles.subscribe(said::add);

        lost.save(number(1));
        lost.flush();
        fine.save(number(2));
        fine.flush();
        Await.until("said", () -> said.size() == 2);
        assertThat(said.getLast()).contains("tabs.json");

        Files.createDirectory(folder.resolve("gone"));
        lost.flush();
        Await.until("taken back", () -> said.getLast().isEmpty());
    }

    @Test
    void aBugInWhatIsToBeSavedDoesNotEndSaving() {
        JsonFile file = new JsonFile(folder.resolve("tabs.json"), troubles);
        troubles.subscribe(said::add);
        file.save(() -> {
            throw new IllegalStateException("a bug");
        });
        Await.until("said", () -> said.size() == 2);
        assertThat(said.getLast()).contains("a bug");

        file.save(number(3));

        Await.until("written", () -> file.load().path("number").asInt() == 3);
    }

    @Test
    void anUnreadableFileIsKeptAsideEachTimeUnderAnotherNameAndSaid() throws IOException {
        Path path = Files.writeString(folder.resolve("tabs.json"), "{\"tabs\": [");
        assertThat(new JsonFile(path, troubles).load()).isEmpty();
        Files.writeString(path, "[1]");
        assertThat(new JsonFile(path, troubles).load()).isEmpty();

        assertThat(folder.resolve("tabs.json.bad")).hasContent("{\"tabs\": [");
        assertThat(folder.resolve("tabs.json.bad2")).hasContent("[1]");
        assertThat(troubles.notices()).hasSize(2);
        assertThat(troubles.notices().getFirst())
                .contains("tabs.json", ".bad")
                .doesNotContain("\n");
    }

    private Supplier<ObjectNode> number(int i) {
        return () -> {
            made.add(i);
            return JsonMapper.shared().createObjectNode().put("number", i);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
