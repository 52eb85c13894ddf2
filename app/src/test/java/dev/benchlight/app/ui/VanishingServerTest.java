package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// The whole window while the files of its servers are moved about, or its data folder is no good.
@Timeout(600)
class VanishingServerTest {
    private static final String READ_AGAIN = "Read the workspace's files again";

    @TempDir private Path folder;
    @TempDir private Path data;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @Test
    void aFileThatIsAwayForAMomentOrOverARestartTakesNoDraftWithIt() throws IOException {
        Workspace workspace = Workspace.open(folder);
        workspace.add(Entries.stdio("git", "none", List.of()));
        Path file =
                Objects.requireNonNull(
                        workspace.add(Entries.stdio("files", "none", List.of())).file());
        Path aside = folder.resolve("aside");
        SavedTab read = new SavedTab(new Place.ToolPlace("files", "read_file"), "{\"half", true);
        SavedTab log = new SavedTab(new Place.ToolPlace("git", "git_log"), "{}", false);
        Files.createDirectories(data.resolve("tabs"));
        Files.writeString(kept(), SavedTab.write(List.of(read, log)).toString());

        try (WindowDriver window = new WindowDriver(folder, data)) {
            window.until("both tabs", () -> window.says("read_file") && window.says("git_log"));
            Files.move(file, aside);
            window.open(READ_AGAIN);
            window.until("one tab", () -> !window.says("read_file") && window.says("git_log"));
            Files.move(aside, file);
            window.open(READ_AGAIN);
            window.until("both tabs again", () -> window.says("read_file"));
            Files.move(file, aside);
            window.open(READ_AGAIN);
            window.until("one tab again", () -> !window.says("read_file"));
        }
        assertThat(Files.readString(kept())).contains("read_file", "{\\\"half", "git_log");

        try (WindowDriver again = new WindowDriver(folder, data)) {
            again.until("one tab", () -> again.says("git_log"));
            assertThat(again.says("read_file")).isFalse();
            Files.move(aside, file);
            again.open(READ_AGAIN);
            again.until("both tabs", () -> again.says("read_file"));
            again.snapshot("window-server-is-back");
        }
        assertThat(Files.readString(kept())).contains("read_file", "{\\\"half", "git_log");
    }

    @Test
    void theProblemOfAServerGoesWithTheServer() throws IOException {
        ServerConfig gone =
                new ServerConfig.Http("gone", URI.create("http://127.0.0.1:1/mcp"), Map.of());
        Path file = Objects.requireNonNull(Workspace.open(folder).add(gone).file());

        try (WindowDriver window = new WindowDriver(folder, data)) {
            window.open("Connect gone");
            window.until("its problem", () -> window.says("gone, "));
            Files.delete(file);
            window.open(READ_AGAIN);
            window.until("no problem", () -> !window.says("gone, "));
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsSaidInTheWindow() throws IOException {
        Path inTheWay = Files.writeString(data.resolve("file"), "no folder");

        try (WindowDriver window = new WindowDriver(folder, inTheWay.resolve("data"))) {
            window.until("the notice", () -> window.says("Not recording: the data folder "));
            assertThat(window.says("cannot be written")).isTrue();
            window.snapshot("window-data-folder-not-writable");
        }
        assertThat(inTheWay).hasContent("no folder");
    }

    private Path kept() {
        return OpenTabs.path(data, folder, 1);
    }
}
