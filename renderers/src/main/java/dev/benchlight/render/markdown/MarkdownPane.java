package dev.benchlight.render.markdown;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.markdown.Block.Piece;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A document, one cell a block; cells are built when they come into sight. Text is selected with
/// the mouse within a block, and whole blocks with the keyboard; Ctrl+C copies.
final class MarkdownPane extends BorderPane {
    private static final double WIDEST = 860;
    private static final double MARGINS = 48;
    private static final double HIGHEST = 640;
    private static final double PADDING = 18;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final String text;
    private final Parsing parser;
    private final RenderHost host;
    private final ObservableList<Piece> pieces;
    private final ListView<Piece> list;
    private final TextSelection selection = new TextSelection();
    private final BlockView blocks;
    private final Aside parsing = new Aside("more markdown");
    private int end;
    private boolean reading;

    /// What makes pieces of a part of the text; on any thread.
    interface Parsing {
        List<Piece> parse(String part) throws Exception;
    }

    /// `first` are the pieces of the text up to `end`; `parser` makes those that come after.
    MarkdownPane(String text, int end, List<Piece> first, Parsing parser, RenderHost host) {
        this.text = text;
        this.parser = parser;
        this.host = host;
        pieces = FXCollections.observableArrayList(first);
        blocks = new BlockView(host, selection);
        list = new ListView<>(pieces);
        list.getStyleClass().addAll("edge-to-edge", "markdown");
        list.setAccessibleText("Markdown");
        list.setPrefHeight(HIGHEST);
        list.setPlaceholder(new Label("Empty"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new PieceCell());
        getStyleClass().add("render-pane");
        getStylesheets()
                .add(
                        Objects.requireNonNull(MarkdownPane.class.getResource("markdown.css"))
                                .toExternalForm());
        setCenter(list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        this.end = end;
        reading = end < Math.min(Sections.SIZE, text.length());
        offerMore();
        sceneProperty().addListener((_, _, scene) -> readIfSeen());
    }

    /// What nobody sees is not read on, for others need the processor.
    private void readIfSeen() {
        if (getScene() == null) {
            parsing.stop();
        } else if (reading) {
            more();
        }
    }

    /// A list does not know how high all its cells are; of a short text they all are there to ask.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        list.layout();
        int seen = 0;
        double height = PADDING;
        for (Node node : list.lookupAll(".list-cell")) {
            if (node instanceof PieceCell cell && cell.isShown()) {
                seen++;
                height += cell.getHeight();
            }
        }
        list.setPrefHeight(seen == pieces.size() ? Math.min(HIGHEST, height) : HIGHEST);
    }

    private void key(KeyEvent event) {
        boolean focused = list.isFocused();
        if (COPY.match(event) && (focused || !selection.text().isEmpty())) {
            copySelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !selection.text().isEmpty()) {
            selection.clear();
            event.consume();
        }
    }

    /// The text selected with the mouse, else the selected blocks as Markdown.
    private void copySelected() {
        String selected = selection.text();
        host.copy(selected.isEmpty() ? selectedSource() : selected);
    }

    private String selectedSource() {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(Piece::source)
                .distinct()
                .map(Invisible::escape)
                .collect(Collectors.joining("\n\n"));
    }

    private void offerMore() {
        if (end == text.length()) {
            setBottom(null);
            return;
        }
        String shown = ByteSize.of(end) + " of " + ByteSize.of(text.length());
        setBottom(
                new Notice(
                        "The first " + shown + " are shown.",
                        Buttons.text("Show more", this::more)));
    }

    private void more() {
        int to = Sections.end(text, end);
        String part = text.substring(end, to);
        reading = true;
        setBottom(new Notice("Reading on…"));
        parsing.run(
                () -> parser.parse(part),
                next -> {
                    reading = false;
                    end = to;
                    pieces.addAll(next);
                    offerMore();
                },
                failure -> {
                    reading = false;
                    String sentence = "The text could not be read on: " + Aside.reason(failure);
                    setBottom(new Notice(sentence, Buttons.text("Try again", this::more)));
                });
    }

    private ContextMenu menu() {
        MenuItem selected = new MenuItem("Copy selected text");
        selected.setOnAction(_ -> host.copy(selection.text()));
        MenuItem block = new MenuItem("Copy block as Markdown");
        block.setOnAction(_ -> host.copy(selectedSource()));
        MenuItem all = new MenuItem("Copy all as Markdown");
        all.setOnAction(_ -> host.copy(Invisible.escape(text)));
        ContextMenu menu = new ContextMenu(selected, block, all);
        menu.setOnShowing(_ -> selected.setDisable(selection.text().isEmpty()));
        return menu;
    }

    private final class PieceCell extends ListCell<Piece> {
        private @Nullable Piece shown;

        PieceCell() {
            setContextMenu(menu());
        }

        boolean isShown() {
            return shown != null && isVisible();
        }

        @Override
        protected void updateItem(@Nullable Piece piece, boolean empty) {
            super.updateItem(piece, empty);
            if (empty || piece == null) {
                shown = null;
                setGraphic(null);
                setAccessibleText(null);
            } else if (!piece.equals(shown)) {
                // A list updates its cells often; built anew, they would lose what is selected.
                shown = piece;
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
