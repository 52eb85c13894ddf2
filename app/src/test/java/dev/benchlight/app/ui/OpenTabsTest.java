package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.workbench.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OpenTabsTest {
    private static final SavedTab TYPED = tab("typed", "{\"half");
    private static final SavedTab OTHER = tab("other", "{}");

    @TempDir private Path data;
    @TempDir private Path workspace;
    @TempDir private Path elsewhere;
    private final SaveTroubles troubles = new SaveTroubles();

    @Test
    void noWindowWritesOverWhatWasTypedInAnother() {
        try (OpenTabs first = open(workspace)) {
            keep(first, List.of(TYPED));
            try (OpenTabs second = open(workspace);
                    OpenTabs third = open(elsewhere)) {
                assertThat(first.isSecond()).isFalse();
                assertThat(second.isSecond()).isTrue();
                assertThat(third.isSecond()).isFalse();
                assertThat(second.tabs()).isEmpty();
                assertThat(third.tabs()).isEmpty();
                keep(second, List.of());
                keep(third, List.of());
            }
            assertThat(OpenTabs.path(data, workspace, 1)).content().contains("{\\\"half");
            assertThat(OpenTabs.path(data, workspace, 2)).doesNotExist();
        }
        try (OpenTabs again = open(workspace)) {
            assertThat(again.isSecond()).isFalse();
            assertThat(again.tabs()).containsExactly(TYPED);
        }
        assertThat(troubles.notices()).isEmpty();
    }

    @Test
    void whatASecondWindowLeftIsOpenAtTheNextStart() {
        try (OpenTabs first = open(workspace);
                OpenTabs second = open(workspace)) {
            keep(first, List.of(OTHER));
            keep(second, List.of(OTHER, new SavedTab(TYPED.place(), TYPED.text(), true)));
        }
        assertThat(OpenTabs.path(data, workspace, 2)).exists();

        // As a crash right after the start would leave it.
        try (OpenTabs _ = open(workspace)) {
            assertThat(OpenTabs.path(data, workspace, 2)).doesNotExist();
        }
        try (OpenTabs again = open(workspace)) {
            assertThat(again.tabs()).containsExactly(OTHER, TYPED);
        }
    }

    @Test
    @Timeout(120)
    void windowsOfOtherProcessesKeepTheirTabsAndAKilledOneLeavesThem() throws IOException {
        Process other = TabsProgram.start(data, workspace, "{\"in the first");
        Process third = null;
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("first");
            try (OpenTabs ours = open(workspace)) {
                assertThat(ours.isSecond()).isTrue();
                assertThat(ours.tabs()).isEmpty();
                keep(ours, List.of(TYPED));
                assertThat(OpenTabs.path(data, workspace, 1)).content().contains("in the first");

                third = TabsProgram.start(data, workspace, "{\"in the third");
                assertThat(third.inputReader().readLine()).isEqualTo("second");
                assertThat(OpenTabs.path(data, workspace, 2)).content().contains("{\\\"half");
            }
        } finally {
            other.destroyForcibly().onExit().join();
            if (third != null) {
                third.destroyForcibly().onExit().join();
            }
        }
        try (OpenTabs again = open(workspace)) {
            assertThat(again.isSecond()).isFalse();
            assertThat(again.tabs())
                    .extracting(SavedTab::text)
                    .containsExactlyInAnyOrder("{\"in the first", "{\"half", "{\"in the third");
        }
        assertThat(troubles.notices()).isEmpty();
    }

    @Test
    void theSameFolderByAnotherNameIsTheSameWorkspace() throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), workspace);
        try (OpenTabs first = open(workspace);
                OpenTabs second = open(link)) {
            assertThat(first.isSecond()).isFalse();
            assertThat(second.isSecond()).isTrue();
        }
    }

    @Test
    void whereNoFolderCanBeMadeTheWindowOpensAllTheSame() throws IOException {
        Files.writeString(data.resolve("tabs"), "in the way");

        try (OpenTabs tabs = open(workspace)) {
            assertThat(tabs.tabs()).isEmpty();
            assertThat(tabs.isSecond()).isFalse();
        }
    }

    private OpenTabs open(Path folder) {
        return OpenTabs.open(data, folder, troubles);
    }

    private static void keep(OpenTabs window, List<SavedTab> tabs) {
        window.file().save(() -> SavedTab.write(tabs));
        assertThat(window.file().flush()).isTrue();
    }

    private static SavedTab tab(String name, String text) {
        return new SavedTab(new Place.ToolPlace("server", name), text, false);
    }
}
