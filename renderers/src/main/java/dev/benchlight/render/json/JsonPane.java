package dev.benchlight.render.json;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;
import dev.benchlight.render.parts.SearchBar;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [JsonTree] with its bar and its search.
final class JsonPane extends BorderPane implements SearchBar.Target {
    private final JsonNode root;
    private final String name;
    private final RenderHost host;
    private final JsonTree tree;
    private final SearchBar search = new SearchBar(this);
    private final Aside searching = new Aside("json search");
    private List<String> hits = List.of();
    private int current = -1;
    private final Aside writing = new Aside("json copy");

    JsonPane(JsonText json, String name, RenderHost host) {
        this.root = json.root();
        this.name = name.isEmpty() ? "content.json" : name;
        this.host = host;
        tree = new JsonTree(root, host);
        getStyleClass().add("render-pane");
        VBox top = new VBox(bar(), search);
        if (!json.note().isEmpty()) {
            top.getChildren().add(new Notice(json.note()));
        }
        setTop(top);
        setCenter(tree);
        tree.setPrefHeight(tree.naturalHeight(440));
        search.openFrom(this);
    }

    private Bar bar() {
        return new Bar(
                facts(root),
                Buttons.icon(Feather.SEARCH, "Find (Ctrl+F)", search::open),
                Buttons.icon(Feather.COPY, "Copy as JSON", this::copy),
                Buttons.icon(Feather.DOWNLOAD, "Save…", this::save));
    }

    private static String facts(JsonNode root) {
        if (root.isObject()) {
            return "object · %,d %s"
                    .formatted(root.size(), root.size() == 1 ? "member" : "members");
        }
        return root.isArray()
                ? "array · %,d %s".formatted(root.size(), root.size() == 1 ? "element" : "elements")
                : "value";
    }

    private void copy() {
        writing.run(() -> Invisible.escape(root.toPrettyString()), host::copy);
    }

    private void save() {
        writing.run(
                () -> root.toPrettyString().getBytes(StandardCharsets.UTF_8),
                bytes -> host.save(name, bytes));
    }

    @Override
    public void search(String query, boolean matchCase) {
        searching.run(() -> JsonSearch.find(root, query, matchCase), this::found);
    }

    /// Stays at the hit that is shown if the new search finds it too: whoever types on, or has
    /// stepped while it ran, is not sent back to the first.
    private void found(List<String> pointers) {
        String shown = hits.isEmpty() ? "" : hits.get(current);
        hits = pointers;
        current = Math.max(0, hits.indexOf(shown));
        show();
    }

    @Override
    public void step(int direction) {
        current += direction;
        show();
    }

    private void show() {
        if (!hits.isEmpty()) {
            current = Math.floorMod(current, hits.size());
            tree.reveal(hits.get(current));
        }
        search.showCount(current + 1, hits.size(), hits.size() >= JsonSearch.MOST);
    }

    @Override
    public void closed() {
        searching.stop();
        hits = List.of();
        tree.requestFocus();
    }
}
