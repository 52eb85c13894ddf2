package dev.benchlight.app.ui.server;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/// Facts one below the other, names to the left. Lives on the JavaFX thread.
public final class FactsPane extends GridPane {
    private static final double NAMES = 150;
    private static final int LONGEST = 2_000;
    private final List<Label> texts = new ArrayList<>();
    private List<Fact> shown = List.of();

    public FactsPane() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints(0, 400, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /// Shows these; those with an empty text and no actions are left out. Where only texts changed,
    /// the rows stay, and the keyboard with them.
    public void set(List<Fact> facts) {
        List<Fact> now =
                facts.stream().filter(f -> !(f.text().isEmpty() && f.actions().isEmpty())).toList();
        if (!rows(now).equals(rows(shown))) {
            getChildren().clear();
            texts.clear();
            for (int row = 0; row < now.size(); row++) {
                add(row, now.get(row));
            }
        }
        shown = now;
        for (int row = 0; row < now.size(); row++) {
            tell(texts.get(row), now.get(row));
        }
    }

    private static List<Fact> rows(List<Fact> facts) {
        return facts.stream().map(f -> new Fact(f.name(), "", f.actions())).toList();
    }

    private static void tell(Label label, Fact fact) {
        label.setText(VisibleText.brief(fact.text(), LONGEST));
        label.setAccessibleText(fact.name() + ": " + label.getText());
    }

    private void add(int row, Fact fact) {
        Label name = new Label(VisibleText.name(fact.name(), 80));
        name.getStyleClass().add("fact-name");
        name.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        if (!fact.actions().isEmpty()) {
            name.getStyleClass().add("beside-actions");
        }
        add(name, 0, row);
        add(value(fact), 1, row);
    }

    private Node value(Fact fact) {
        Label text = new Label();
        texts.add(text);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("fact-text");
        if (fact.actions().isEmpty()) {
            return text;
        }
        // A long text wraps beside them.
        HBox line = new HBox(8, text);
        line.getStyleClass().add("center-line");
        text.setMinWidth(0);
        text.managedProperty().bind(text.textProperty().isNotEmpty());
        fact.actions().forEach(FactsPane::keepWidth);
        line.getChildren().addAll(fact.actions());
        return line;
    }

    private static void keepWidth(Node action) {
        if (action instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
    }
}
