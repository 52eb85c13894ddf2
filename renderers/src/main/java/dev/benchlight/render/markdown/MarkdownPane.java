package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.markdown.Block.Piece;
import dev.benchlight.render.parts.Notice;

import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// A document, one cell a block; cells are built when they come into sight.
final class MarkdownPane extends BorderPane {
    private static final double WIDEST = 860;
    private static final double MARGINS = 48;

    private final ListView<Piece> list;
    private final BlockView blocks;
    private final String text;
    private final RenderHost host;

    MarkdownPane(List<Piece> pieces, String text, boolean cut, RenderHost host) {
        this.text = text;
        this.host = host;
        blocks = new BlockView(host);
        list = new ListView<>(FXCollections.observableList(pieces));
        list.getStyleClass().addAll("edge-to-edge", "markdown");
        list.setAccessibleText("Markdown");
        list.setPlaceholder(new Label("Empty"));
        list.setCellFactory(_ -> new PieceCell());
        getStyleClass().add("render-pane");
        getStylesheets()
                .add(
                        Objects.requireNonNull(MarkdownPane.class.getResource("markdown.css"))
                                .toExternalForm());
        setCenter(list);
        if (cut) {
            setTop(new Notice("Shown: the first 4 million characters. The text view has all."));
        }
    }

    private final class PieceCell extends ListCell<Piece> {
        PieceCell() {
            MenuItem block = new MenuItem("Copy block");
            block.setOnAction(_ -> {
                Piece piece = getItem();
                if (piece != null) {
                    host.copy(Invisible.escape(piece.source()));
                }
            });
            MenuItem all = new MenuItem("Copy all");
            all.setOnAction(_ -> host.copy(Invisible.escape(text)));
            setContextMenu(new ContextMenu(block, all));
        }

        @Override
        protected void updateItem(@Nullable Piece piece, boolean empty) {
            super.updateItem(piece, empty);
            setText(null);
            if (empty || piece == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                setGraphic(new Column(piece.block()));
                setAccessibleText(Links.shortened(Invisible.escape(piece.source())));
            }
        }
    }

    /// As wide as the list lets it be. A list asks its cells for their height without saying the
    /// width, so the column answers for the width it will have.
    private final class Column extends VBox {
        Column(Block block) {
            super(blocks.node(block));
            prefWidthProperty()
                    .bind(
                            list.widthProperty()
                                    .map(w -> Math.clamp(w.doubleValue() - MARGINS, 120, WIDEST)));
            maxWidthProperty().bind(prefWidthProperty());
            minWidthProperty().bind(prefWidthProperty());
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(getPrefWidth());
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
