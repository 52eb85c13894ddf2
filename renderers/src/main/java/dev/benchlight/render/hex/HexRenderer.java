package dev.benchlight.render.hex;

import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Notice;

/// Any bytes, sixteen a row.
public final class HexRenderer implements Renderer {
    @Override
    public String title() {
        return "Hex";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.Bytes;
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return input instanceof RenderInput.Bytes bytes
                ? () -> new HexPane(bytes, host)
                : () -> new Notice("These are not bytes.");
    }
}
