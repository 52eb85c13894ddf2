package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.syntax.Span;
import dev.benchlight.render.syntax.TokenKind;
import dev.benchlight.render.text.TextPane;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// Builds the nodes of a block. Only on the JavaFX thread.
final class BlockView {
    private static final double LONG_CODE_HEIGHT = 420;

    private final RenderHost host;
    private final TextSelection selection;
    private final InlineView inlines;

    BlockView(RenderHost host, TextSelection selection) {
        this.host = host;
        this.selection = selection;
        inlines = new InlineView(host, selection);
    }

    Node node(Block block) {
        return switch (block) {
            case Block.Heading heading -> {
                TextFlow flow = inlines.flow(heading.content());
                flow.getStyleClass().addAll("md-heading", "md-h" + heading.level());
                yield flow;
            }
            case Block.Paragraph paragraph -> inlines.flow(paragraph.content());
            case Block.Quote quote -> {
                VBox box = box(quote.content());
                box.getStyleClass().add("md-quote");
                yield box;
            }
            case Block.Listing list -> listing(list);
            case Block.Code code -> code(code);
            case Block.LongCode code -> longCode(code);
            case Block.Table table -> new TableGrid(table, inlines).node();
            case Block.Rule _ -> new Separator();
        };
    }

    private VBox box(List<Block> blocks) {
        VBox box = new VBox();
        box.getStyleClass().add("md-blocks");
        blocks.forEach(block -> box.getChildren().add(node(block)));
        return box;
    }

    private Node listing(Block.Listing list) {
        VBox rows = new VBox();
        rows.getStyleClass().add("md-list");
        for (Block.Item item : list.items()) {
            Label marker = new Label(item.done().isPresent() ? "" : item.marker());
            marker.getStyleClass().add("md-marker");
            marker.setMinWidth(Region.USE_PREF_SIZE);
            item.done()
                    .ifPresent(done -> {
                        marker.setGraphic(
                                new FontIcon(done ? Feather.CHECK_SQUARE : Feather.SQUARE));
                        marker.setAccessibleText(done ? "done" : "to do");
                    });
            VBox content = box(item.content());
            content.setMinWidth(0);
            HBox.setHgrow(content, Priority.ALWAYS);
            rows.getChildren().add(new HBox(marker, content));
        }
        return rows;
    }

    private Node code(Block.Code code) {
        String text = code.text();
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("md-code-text");
        int at = 0;
        for (Span span : code.colors()) {
            InlineView.letters(flow, text.substring(at, span.from()), tokens(TokenKind.PLAIN));
            InlineView.letters(flow, text.substring(span.from(), span.to()), tokens(span.kind()));
            at = span.to();
        }
        InlineView.letters(flow, text.substring(at), tokens(TokenKind.PLAIN));
        if (flow.getChildren().isEmpty()) {
            flow.getChildren().add(new Text(" "));
        }
        selection.listen(flow);
        Bar bar =
                new Bar(
                        title(code.title()),
                        Buttons.icon(
                                Feather.COPY,
                                "Copy code",
                                () -> host.copy(Invisible.escape(text))));
        VBox box = new VBox(bar, flow);
        box.getStyleClass().add("md-code");
        return box;
    }

    private static String title(String title) {
        return Links.shortened(Invisible.escape(title));
    }

    private static List<String> tokens(TokenKind kind) {
        return List.of("code-font", kind.styleClass());
    }

    private Node longCode(Block.LongCode code) {
        String facts = code.title().isEmpty() ? "" : title(code.title()) + " · ";
        TextPane pane = new TextPane(code.text(), "code.txt", facts, host, List.of());
        pane.getStyleClass().add("md-code");
        pane.setMaxHeight(LONG_CODE_HEIGHT);
        return pane;
    }
}
