package dev.benchlight.render.json;

import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Notice;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// JSON as a tree, from a tree or from text.
public final class JsonRenderer implements Renderer {
    @Override
    public String title() {
        return "Tree";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return PlainText.block(input).isPresent() || PlainText.isJson(input);
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Optional<JsonNode> block = PlainText.block(input);
        if (block.isPresent()) {
            return () -> new JsonPane(new JsonText(block.get(), ""), input.name(), host);
        }
        try {
            JsonText read = JsonText.read(PlainText.of(input).orElse(""));
            return () -> new JsonPane(read, input.name(), host);
        } catch (JacksonException e) {
            String reason = JsonText.reason(e);
            return () ->
                    new Notice("This is not JSON that can be shown as a tree: " + reason + ".");
        }
    }
}
