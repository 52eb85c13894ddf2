package dev.benchlight.render.json;

import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.SearchBar;

import javafx.concurrent.Task;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [JsonTree] with its bar and its search.
final class JsonPane extends BorderPane implements SearchBar.Target {
    private final JsonNode root;
    private final JsonTree tree;
    private final SearchBar search = new SearchBar(this);
    private List<String> hits = List.of();
    private int current = -1;
    private @Nullable Task<List<String>> running;

    JsonPane(JsonNode root, String name, RenderHost host) {
        this.root = root;
        tree = new JsonTree(root, host);
        getStyleClass().add("render-pane");
        Bar bar =
                new Bar(
                        facts(root),
                        Buttons.icon(Feather.SEARCH, "Find (Ctrl+F)", search::open),
                        Buttons.icon(
                                Feather.COPY,
                                "Copy as JSON",
                                () -> host.copy(root.toPrettyString())),
                        Buttons.icon(
                                Feather.DOWNLOAD,
                                "Save…",
                                () ->
                                        host.save(
                                                name.isEmpty() ? "content.json" : name,
                                                root.toPrettyString()
                                                        .getBytes(StandardCharsets.UTF_8))));
        setTop(new VBox(bar, search));
        setCenter(tree);
        setPrefHeight(tree.naturalHeight(440) + 34);
        search.openFrom(this);
    }

    private static String facts(JsonNode root) {
        if (root.isObject()) {
            return "object · %,d members".formatted(root.size());
        }
        return root.isArray() ? "array · %,d elements".formatted(root.size()) : "value";
    }

    @Override
    public void search(String query) {
        if (running != null) {
            running.cancel();
        }
        if (query.isEmpty()) {
            found(List.of());
            return;
        }
        Task<List<String>> task =
                new Task<>() {
                    @Override
                    protected List<String> call() throws InterruptedException {
                        return JsonSearch.find(root, query);
                    }
                };
        task.setOnSucceeded(_ -> found(task.getValue()));
        running = task;
        Thread.ofVirtual().name("json search").start(task);
    }

    private void found(List<String> pointers) {
        hits = pointers;
        current = 0;
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
        hits = List.of();
        tree.requestFocus();
    }
}
