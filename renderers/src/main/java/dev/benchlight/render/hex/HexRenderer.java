package dev.benchlight.render.hex;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Sniffed;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.feather.Feather;

/// Any bytes, sixteen a row.
public final class HexRenderer implements Renderer {
    private static final int ROW_HEIGHT = 20;

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
        if (!(input instanceof RenderInput.Bytes bytes)) {
            return () -> new Notice("These are not bytes.");
        }
        return () -> node(bytes, host);
    }

    private static Node node(RenderInput.Bytes input, RenderHost host) {
        Sniffed kind = Sniffed.of(input.bytes());
        String name = input.name().isEmpty() ? "content." + kind.extension() : input.name();
        HexRows rows = new HexRows(input.bytes());
        ListView<String> list = new ListView<>(rows);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setStyle("-fx-font-family: 'Monospaced'; -fx-cell-size: 20px;");
        list.setAccessibleText("Bytes in hexadecimal");
        list.setPrefHeight(Math.min(440, ROW_HEIGHT * (rows.size() + 1.0)));
        BorderPane pane = new BorderPane(list);
        pane.getStyleClass().add("render-pane");
        pane.setTop(
                new Bar(
                        (input.bytes().length == 0 ? "empty" : kind.label())
                                + " · "
                                + ByteSize.of(input.bytes().length),
                        Buttons.icon(
                                Feather.DOWNLOAD, "Save…", () -> host.save(name, input.bytes()))));
        return pane;
    }
}
