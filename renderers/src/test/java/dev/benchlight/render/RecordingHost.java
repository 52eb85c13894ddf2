package dev.benchlight.render;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Notes what a rendering asks for, as "save NAME SIZE", "copy TEXT", "open URI", "link TARGET".
public final class RecordingHost implements RenderHost {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final PixelBudget pixels = new PixelBudget();

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void openLink(String target) {
        asked.add("link " + target);
    }

    @Override
    public void save(String suggestedName, byte[] bytes) {
        asked.add("save " + suggestedName + " " + bytes.length);
    }

    @Override
    public void copy(String text) {
        asked.add("copy " + text);
    }

    @Override
    public void loadImage(String target, Consumer<byte[]> loaded) {
        asked.add("image " + target);
    }

    @Override
    public PixelBudget pixels() {
        return pixels;
    }

    @Override
    public void openResource(String uri) {
        asked.add("open " + uri);
    }
}
