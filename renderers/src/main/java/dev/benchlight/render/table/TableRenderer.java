package dev.benchlight.render.table;

import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.json.JsonText;
import dev.benchlight.render.parts.Notice;

import tools.jackson.core.JacksonException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An array of objects as rows, from a JSON tree or from text.
public final class TableRenderer implements Renderer {
    private final boolean fromText;

    private TableRenderer(boolean fromText) {
        this.fromText = fromText;
    }

    /// For trees that are known to hold rows.
    public static TableRenderer ofTrees() {
        return new TableRenderer(false);
    }

    /// For text that starts like rows. Whether it is shows only when all of it is read, so this
    /// should not be the first view of a text.
    public static TableRenderer ofText() {
        return new TableRenderer(true);
    }

    @Override
    public String title() {
        return "Table";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return fromText
                ? TableData.isLikelyIn(PlainText.start(input))
                : input instanceof RenderInput.Json json && TableData.isFoundIn(json.json());
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        Optional<TableData> found;
        try {
            found =
                    input instanceof RenderInput.Json json
                            ? TableData.find(json.json())
                            : TableData.find(JsonText.read(PlainText.of(input).orElse("")).root());
        } catch (JacksonException e) {
            String reason = JsonText.reason(e);
            return () -> new Notice("This is not JSON: " + reason + ".");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (found.isEmpty()) {
            return () -> new Notice("This is not an array of objects.");
        }
        TableData data = found.get();
        Map<String, Integer> widths = new LinkedHashMap<>();
        data.columns().stream()
                .limit(TablePane.MOST_COLUMNS)
                .forEach(column -> widths.put(column, data.charactersOf(column)));
        return () -> new TablePane(data, widths, input.name(), host);
    }
}
