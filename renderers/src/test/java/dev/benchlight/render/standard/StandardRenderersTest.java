package dev.benchlight.render.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

class StandardRenderersTest {
    private static List<String> views(RenderInput input) {
        return StandardRenderers.registry().views(input).stream().map(Renderer::title).toList();
    }

    private static List<String> text(String mediaType, String text) {
        return views(new RenderInput.Text("x", mediaType, text));
    }

    @Test
    void textOpensAsWhatItIsAndIsAlwaysThereAsText() {
        assertThat(text("", "# Title\n\n- a\n")).startsWith("Markdown").contains("Text");
        assertThat(text("text/markdown", "plain")).startsWith("Markdown").contains("Text");
        assertThat(text("", "2026-11-21T09:00:00Z INFO - `ready`")).startsWith("Text");
        assertThat(text("", "[INFO] started")).startsWith("Text");
        assertThat(text("", "{\"a\": 1}")).startsWith("Tree").contains("Text");
        assertThat(text("application/json", "{a: 1}")).contains("Tree", "Text");
    }

    @Test
    void aTreeOfObjectsOpensAsATable() {
        assertThat(views(new RenderInput.Json("x", JsonMapper.shared().readTree("[{\"a\":1}]"))))
                .startsWith("Table", "Tree")
                .contains("Text");
    }

    @Test
    void bytesAreLookedAtNotBelieved() {
        byte[] text = {'h', 'i'};
        assertThat(views(new RenderInput.Bytes("x", "image/png", text))).contains("Text");
        byte[] binary = {0, 1, 2, (byte) 0xfe};
        assertThat(views(new RenderInput.Bytes("x", "text/plain", binary))).containsExactly("Hex");
    }
}
