package dev.benchlight.render.text;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.SearchBar;

import javafx.concurrent.Task;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [LineView] with its bar, its search and its notices. Only on the JavaFX thread.
public final class TextPane extends BorderPane implements SearchBar.Target {
    private final LineView view;
    private final SearchBar search = new SearchBar(this);
    private final String text;
    private Hits hits = Hits.NONE;
    private int current = -1;
    private @Nullable Task<Hits> running;

    /// `name` is suggested when the text is saved; `facts` stand before the size, and may be empty.
    public TextPane(
            PreparedText prepared,
            String name,
            String facts,
            RenderHost host,
            List<? extends Node> notices) {
        text = prepared.text();
        view = new LineView(prepared, host::copy);
        ToggleButton wrap = Buttons.toggle(Feather.CORNER_DOWN_LEFT, "Wrap lines");
        wrap.selectedProperty().bindBidirectional(view.wrapProperty());
        Bar bar =
                new Bar(
                        facts + size(prepared),
                        Buttons.icon(Feather.SEARCH, "Find (Ctrl+F)", search::open),
                        wrap,
                        Buttons.icon(
                                Feather.COPY, "Copy all", () -> host.copy(Invisible.escape(text))),
                        Buttons.icon(
                                Feather.DOWNLOAD,
                                "Save…",
                                () -> host.save(name, text.getBytes(StandardCharsets.UTF_8))));
        VBox top = new VBox(bar, search);
        top.getChildren().addAll(notices);
        getStyleClass().add("render-pane");
        setTop(top);
        setCenter(view);
        search.openFrom(this);
    }

    private static String size(PreparedText prepared) {
        int lines = prepared.lineCount();
        return String.format(
                "%s · %,d %s",
                ByteSize.of(prepared.text().length()), lines, lines == 1 ? "line" : "lines");
    }

    public LineView view() {
        return view;
    }

    @Override
    public void search(String query) {
        if (running != null) {
            running.cancel();
        }
        Task<Hits> task =
                new Task<>() {
                    @Override
                    protected Hits call() {
                        return Hits.of(text, query);
                    }
                };
        task.setOnSucceeded(_ -> found(task.getValue()));
        running = task;
        Thread.ofVirtual().name("text search").start(task);
    }

    private void found(Hits found) {
        hits = found;
        view.setHits(found);
        current = found.firstFrom(view.selection().from());
        show(current);
    }

    private void show(int hit) {
        if (hits.count() > 0) {
            current = Math.floorMod(hit, hits.count());
            int from = hits.offsets()[current];
            view.select(from, from + hits.length());
        }
        search.showCount(hits.count() == 0 ? 0 : current + 1, hits.count(), hits.more());
    }

    @Override
    public void step(int direction) {
        show(current + direction);
    }

    @Override
    public void closed() {
        hits = Hits.NONE;
        view.setHits(hits);
        view.requestFocus();
    }
}
