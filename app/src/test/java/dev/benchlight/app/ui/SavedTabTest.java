package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.workbench.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SavedTabTest {
    @TempDir Path folder;

    @Test
    void everyTabComesBackAlsoTwoOfTheSamePlace() throws IOException {
        List<SavedTab> tabs =
                List.of(
                        new SavedTab(
                                new Place.ToolPlace("s", "t"),
                                "{\"arguments\": {\"a\": 1}}",
                                false),
                        new SavedTab(
                                new Place.ToolPlace("s", "t"), "{\"arguments\": {\"a\": 2}}", true),
                        new SavedTab(new Place.PromptPlace("s", "p"), "", false),
                        new SavedTab(
                                new Place.ResourcePlace("s", "file:///x"), "not JSON {", false),
                        new SavedTab(new Place.TemplatePlace("s", "file:///{x}"), "", false));
        List<String> troubles = new ArrayList<>();
        JsonFile file = new JsonFile(folder.resolve("tabs.json"), troubles::add);

        file.save(SavedTab.write(tabs));
        file.flush();

        assertThat(SavedTab.read(file.load())).isEqualTo(tabs);
        assertThat(troubles).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsLeftOut() {
        var json =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"tabs": [{"kind": "future"}, 5, {"kind": "tool", "name": "n"}]}
                                """);

        assertThat(SavedTab.read(json))
                .containsExactly(new SavedTab(new Place.ToolPlace("", "n"), "", false));
        assertThat(SavedTab.read(JsonMapper.shared().createObjectNode())).isEmpty();
    }

    @Test
    void anUnreadableFileIsKeptAsideAndSaid() throws IOException {
        Path path = Files.writeString(folder.resolve("tabs.json"), "{\"tabs\": [");
        List<String> troubles = new ArrayList<>();

        assertThat(new JsonFile(path, troubles::add).load()).isEmpty();

        assertThat(troubles).singleElement().asString().contains("tabs.json", ".bad");
        assertThat(folder.resolve("tabs.json.bad")).hasContent("{\"tabs\": [");
    }
}
