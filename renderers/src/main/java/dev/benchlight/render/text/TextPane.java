package dev.benchlight.render.text;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.SearchBar;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [LineView] with its bar, its search and its notices. Only on the JavaFX thread.
public final class TextPane extends BorderPane implements SearchBar.Target {
    private final LineView view;
    private final SearchBar search = new SearchBar(this);
    private final Aside searching = new Aside("text search");
    private final String text;
    private Hits hits = Hits.NONE;
    private int current;

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
        Aside saving = new Aside("save text");
        Bar bar =
                new Bar(
                        facts + size(prepared),
                        Buttons.icon(Feather.SEARCH, "Find (Ctrl+F)", search::open),
                        wrap,
                        Buttons.icon(Feather.COPY, "Copy all", view::copyAll),
                        Buttons.icon(
                                Feather.DOWNLOAD,
                                "Save…",
                                () ->
                                        saving.run(
                                                () -> text.getBytes(StandardCharsets.UTF_8),
                                                bytes -> host.save(name, bytes))));
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
                "%s · %,d %s", ByteSize.of(prepared.bytes()), lines, lines == 1 ? "line" : "lines");
    }

    @Override
    public void search(String query, boolean matchCase) {
        searching.run(() -> Hits.of(text, query, matchCase), this::found);
    }

    private void found(Hits found) {
        hits = found;
        show(found.firstFrom(view.selection().from()));
    }

    private void show(int hit) {
        current = hits.count() == 0 ? 0 : Math.floorMod(hit, hits.count());
        view.show(hits, current);
        search.showCount(hits.count() == 0 ? 0 : current + 1, hits.count(), hits.more());
    }

    @Override
    public void step(int direction) {
        show(current + direction);
    }

    @Override
    public void closed() {
        searching.stop();
        hits = Hits.NONE;
        view.show(hits, 0);
        view.requestFocus();
    }
}
