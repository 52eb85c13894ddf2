package dev.benchlight.render.json;

import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Notice;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as a tree, from a tree or from text. Numbers keep their exact value.
public final class JsonRenderer implements Renderer {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(500)
                                                    .maxStringLength(64 << 20)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    @Override
    public String title() {
        return "Tree";
    }

    @Override
    public boolean accepts(RenderInput input) {
        if (PlainText.block(input).isPresent()) {
            return true;
        }
        String start = PlainText.start(input).stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (PlainText.block(input).isPresent()) {
            JsonNode root = PlainText.block(input).get();
            return () -> new JsonPane(root, input.name(), host);
        }
        try {
            JsonNode root = MAPPER.readTree(PlainText.of(input).orElse(""));
            return () -> new JsonPane(root, input.name(), host);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage();
            return () ->
                    new Notice("This is not JSON that can be shown as a tree: " + reason + ".");
        }
    }
}
