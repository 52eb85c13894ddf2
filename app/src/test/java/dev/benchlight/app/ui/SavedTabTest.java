package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.settings.JsonFile;
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
                        new SavedTab(new Place.TemplatePlace("s", "file:///{x}"), "", false));
        JsonFile file = new JsonFile(folder.resolve("tabs.json"), troubles);

        file.save(() -> SavedTab.write(tabs));
        file.flush();

        assertThat(OpenTabs.read(file).tabs()).isEqualTo(tabs);
        assertThat(troubles.notices()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsKeptAsideAndSaidAndTheRestOpens() throws IOException {
        String strange =
                """
                {"tabs": [{"kind": "future", "text": "typed"}, 5, {"kind": "tool", "text": {}},
                          {"kind": "tool", "server": "s", "name": "n", "text": "{}"}]}
                """;
        Path path = Files.writeString(folder.resolve("tabs.json"), strange);

        assertThat(OpenTabs.read(new JsonFile(path, troubles)).tabs())
                .containsExactly(new SavedTab(new Place.ToolPlace("s", "n"), "{}", false));

        assertThat(folder.resolve("tabs.json.bad")).hasContent(strange);
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
