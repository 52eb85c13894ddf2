package dev.benchlight.render.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Screen;
import dev.benchlight.render.standard.StandardRenderers;
import dev.benchlight.render.text.TextRenderer;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import tools.jackson.databind.json.JsonMapper;

import java.util.OptionalLong;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class CardViewTest {
    private static final RenderInput LINK =
            new RenderInput.ResourceLink(
                    "Report\u202egnp",
                    "demo://reports/7",
                    "What was measured last week. " + "x".repeat(100_000),
                    "text/markdown",
                    OptionalLong.of(3200),
                    JsonMapper.shared().createObjectNode());
    private static final RenderInput EMBEDDED =
            new RenderInput.Embedded(
                    "notes",
                    "file:///srv/notes.txt",
                    new RenderInput.Text("notes", "text/plain", "one\ntwo"));
    private static final RenderInput UNKNOWN =
            new RenderInput.Unknown(
                    "",
                    "hologram",
                    "",
                    JsonMapper.shared().readTree("{\"type\":\"hologram\",\"depth\":3}"));

    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 640, 760);
    }

    @Test
    void cardsShowWhatTheyStandForAndOpenIt(FxRobot robot) throws Exception {
        screen.show(
                robot,
                new LinkCardRenderer().render(LINK, host),
                new EmbeddedCardRenderer(new TextRenderer()).render(EMBEDDED, host),
                new UnknownCardRenderer().render(UNKNOWN, host));
        assertThat(screen.texts())
                .contains("Report\\u202Egnp", "demo://reports/7", "text/markdown · 3.1 KB")
                .contains("file:///srv/notes.txt", "Unknown content type 'hologram'")
                .anyMatch(text -> text.endsWith("… (100,029 characters)"));
        screen.press(robot, "Open");
        screen.press(robot, "Copy URI");
        assertThat(host.asked()).containsExactly("open demo://reports/7", "copy demo://reports/7");
        screen.picture(robot, "card");
    }

    @Test
    void anEmbeddedResourceHasTheViewsOfItsContent() {
        RenderInput rows =
                new RenderInput.Embedded(
                        "", "demo://r", new RenderInput.Text("", "", "[{\"a\":1}]"));
        assertThat(StandardRenderers.registry().views(rows))
                .extracting(Renderer::title)
                .containsExactly("Tree", "Table", "Text");
        RenderInput blob =
                new RenderInput.Embedded(
                        "", "demo://b", new RenderInput.Bytes("", "", new byte[3]));
        assertThat(StandardRenderers.registry().views(blob))
                .extracting(Renderer::title)
                .containsExactly("Hex");
    }

    @Test
    void contentThatHasNoTypeSaysSo(FxRobot robot) throws Exception {
        RenderInput odd = new RenderInput.Unknown("", "image", "no data", UNKNOWN_JSON);
        screen.show(robot, new UnknownCardRenderer().render(odd, host));
        assertThat(screen.texts())
                .contains("Content of type 'image' that cannot be shown: no data");
    }

    private static final tools.jackson.databind.JsonNode UNKNOWN_JSON =
            JsonMapper.shared().createObjectNode();
}
