package dev.benchlight.app.ui.traces;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.traces.Overview.Fact;
import dev.benchlight.app.ui.traces.Overview.Section;
import dev.benchlight.trace.SpanId;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/// The sentence on a span, and its sections of facts.
final class OverviewPage {
    private final VBox page = new VBox();
    private final ScrollPane root = new ScrollPane(page);
    private final Consumer<String> copy;
    private final Consumer<SpanId> open;

    OverviewPage(Consumer<String> copy, Consumer<SpanId> open) {
        this.copy = copy;
        this.open = open;
        page.getStyleClass().add("inspector-page");
        root.setFitToWidth(true);
        root.setAccessibleText("Overview");
    }

    Node node() {
        return root;
    }

    void show(Overview overview, String style) {
        page.getChildren().clear();
        if (!overview.sentence().isEmpty()) {
            Label sentence = wrapped(overview.sentence());
            sentence.getStyleClass().addAll("inspector-sentence", style);
            page.getChildren().add(sentence);
        }
        for (Section section : overview.sections()) {
            Label title = new Label(section.title());
            title.getStyleClass().add("inspector-section");
            page.getChildren().addAll(title, grid(section));
        }
    }

    private GridPane grid(Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("inspector-facts");
        ColumnConstraints labels = new ColumnConstraints(84);
        ColumnConstraints texts = new ColumnConstraints(0, 200, Double.MAX_VALUE);
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, texts);
        int row = 0;
        for (Fact fact : section.facts()) {
            RowConstraints height = new RowConstraints();
            height.setValignment(VPos.TOP);
            grid.getRowConstraints().add(height);
            Label label = wrapped(fact.label());
            label.getStyleClass().add("inspector-label");
            grid.addRow(row, label, value(fact));
            if (!fact.copy().isEmpty()) {
                String name = "Copy " + fact.label().toLowerCase(java.util.Locale.ROOT);
                grid.add(Icons.button(Feather.COPY, name, () -> copy.accept(fact.copy())), 2, row);
            }
            row++;
        }
        return grid;
    }

    private Node value(Fact fact) {
        SpanId span = fact.span();
        if (span == null) {
            Label text = wrapped(fact.text());
            text.getStyleClass().add("inspector-value");
            style(text, fact.style());
            return text;
        }
        Hyperlink link = new Hyperlink(fact.text());
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        style(link, fact.style());
        link.setTooltip(new Tooltip("Show this span"));
        link.setAccessibleText(fact.text() + ", " + fact.label());
        link.setOnAction(_ -> open.accept(span));
        return link;
    }

    private static void style(Node node, String style) {
        if (!style.isEmpty()) {
            node.getStyleClass().add(style);
        }
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
