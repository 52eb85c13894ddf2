package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.workbench.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SavedTabTest {
    @TempDir private Path folder;
    private final SaveTroubles troubles = new SaveTroubles();

    @Test
    void everyTabComesBackAlsoTwoOfTheSamePlace() {
        List<SavedTab> tabs =
                List.of(
                        new SavedTab(new Place.ToolPlace("s", "t"), "{\"a\": 1.0}", false),
                        new SavedTab(new Place.ToolPlace("s", "t"), "{\"a\": 2}", true),
                        new SavedTab(new Place.PromptPlace("s", "p"), "", false),
                        new SavedTab(
                                new Place.ResourcePlace("s", "file:///x"), "not\nJSON {", false),
                        new SavedTab(new Place.TemplatePlace("s", "file:///{x}"), "", false),
                        new SavedTab(new Place.ServerPlace("s"), "{\"turned\":[\"Log\"]}", false));
        try (OpenTabs first = OpenTabs.open(folder, folder, troubles)) {
            first.file().save(() -> SavedTab.write(tabs));
        }

        try (OpenTabs again = OpenTabs.open(folder, folder, troubles)) {
            assertThat(again.tabs()).isEqualTo(tabs);
        }
        assertThat(troubles.notices()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsKeptAsideAndSaidAndTheRestOpens() throws IOException {
        String strange =
                """
                {"tabs": [{"kind": "future", "text": "typed"}, 5, {"kind": "tool", "text": {}},
                          {"kind": "tool", "server": "s", "name": "n", "text": "{}"}]}
                """;
        Path path = OpenTabs.path(folder, folder, 1);
        Files.createDirectories(folder.resolve("tabs"));
        Files.writeString(path, strange);

        try (OpenTabs tabs = OpenTabs.open(folder, folder, troubles)) {
            assertThat(tabs.tabs())
                    .containsExactly(new SavedTab(new Place.ToolPlace("s", "n"), "{}", false));
        }

        assertThat(path.resolveSibling(path.getFileName() + ".bad")).hasContent(strange);
        assertThat(troubles.notices()).singleElement().asString().contains("3 of its tabs", ".bad");
    }

    @Test
    void noTabsAreNothingStrange() {
        assertThat(SavedTab.read(JsonMapper.shared().createObjectNode()))
                .isEqualTo(new SavedTab.Read(List.of(), 0));
        assertThat(SavedTab.read(JsonMapper.shared().readTree("{\"tabs\": 1}")).strange())
                .isEqualTo(1);
    }
}
