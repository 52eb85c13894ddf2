package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.TraceEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

class StderrFileTest {
    @TempDir private Path folder;

    private static Frame frame(Channel channel, String text, int cut) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Frame(
                new FrameId("c", 1),
                null,
                "my server",
                Direction.RECEIVED,
                channel,
                bytes,
                bytes.length + cut,
                0,
                new Moment(Instant.parse("2026-11-21T08:00:00.5Z"), 0));
    }

    private static TraceEvent line(String text) {
        return frame(Channel.STDERR, text, 0);
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void onlyStandardErrorIsKeptALineEachWithTimeAndServer() throws IOException {
        StderrFile file = new StderrFile(folder, 1_000);
        file.append(List.of(line("one"), frame(Channel.STDIO, "{}", 0), line("two\tGrüße")));
        file.append(List.of(frame(Channel.STDERR, "long", 9)));
        assertThat(text("stderr.log").lines())
                .containsExactly(
                        "2026-11-21T08:00:00.500Z my server: one",
                        "2026-11-21T08:00:00.500Z my server: two\tGrüße",
                        "2026-11-21T08:00:00.500Z my server: long…");
    }

    @Test
    void nothingIsMadeWhereNothingWasSaid() throws IOException {
        new StderrFile(folder, 1_000).append(List.of(frame(Channel.STDIO, "{}", 0)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void controlCharactersAreMadeVisible() throws IOException {
        new StderrFile(folder, 1_000).append(List.of(line("\u001b]52;c;x\u0007 \u009b31m\r\0")));
        assertThat(text("stderr.log")).endsWith("\\u001b]52;c;x\\u0007 \\u009b31m\\u000d\\u0000\n");
    }

    @Test
    void theOlderHalfStandsBesideAndWhatIsOlderIsLetGo() throws IOException {
        StderrFile file = new StderrFile(folder, 400);
        for (int i = 0; i < 100; i++) {
            file.append(List.of(line("line " + i)));
        }
        String all = text("stderr.1.log") + text("stderr.log");
        assertThat(all.length()).isBetween(200, 400);
        assertThat(all).endsWith("line 99\n").doesNotContain("line 90\n");
        assertThat(all.lines().count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        StderrFile file = new StderrFile(folder, 100);
        file.append(List.of(line("one")));
        file.append(List.of(line("two")));
        for (String name : List.of("stderr.log", "stderr.1.log")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void theStoreWritesItWithoutSecrets() throws IOException {
        Redactor redactor = new Redactor();
        redactor.add(List.of("sk-live-SECRET"));
        try (TraceStore store = TraceStore.open(folder, redactor)) {
            new Events(store).stderr("the key is sk-live-SECRET");
            store.flush();
            assertThat(store.notices()).isEmpty();
        }
        assertThat(text("stderr.log"))
                .contains(" everything: the key is ****")
                .doesNotContain("sk-");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidOnceAndTracesGoOn() throws IOException {
        Files.createDirectory(folder.resolve("stderr.log"));
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            events.stderr("one");
            store.flush();
            events.stderr("two");
            events.call("echo", "{}", "{}");
            store.flush();
            assertThat(store.notices())
                    .singleElement()
                    .asString()
                    .startsWith("Standard error is no longer kept as text: ");
            assertThat(store.lost()).isZero();
        }
    }
}
