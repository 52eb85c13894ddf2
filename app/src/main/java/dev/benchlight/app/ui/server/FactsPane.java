package dev.benchlight.app.ui.server;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// Facts one below the other, names to the left. Lives on the JavaFX thread.
public final class FactsPane extends GridPane {
    private static final double NAMES = 150;
    private static final int LONGEST = 2_000;
    private List<Fact> shown = List.of();

    public FactsPane() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints texts = new ColumnConstraints(0, 400, Double.MAX_VALUE);
        texts.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, texts);
    }

    /// Shows these; those with an empty text and no actions are left out.
    public void set(List<Fact> facts) {
        List<Fact> now =
                facts.stream().filter(f -> !(f.text().isEmpty() && f.actions().isEmpty())).toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getChildren().clear();
        for (int row = 0; row < now.size(); row++) {
            add(row, now.get(row));
        }
    }

    private void add(int row, Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        name.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        add(name, 0, row);
        add(value(fact), 1, row);
    }

    private static Node value(Fact fact) {
        Label text = new Label(VisibleText.brief(fact.text(), LONGEST));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("fact-text");
        text.setAccessibleText(fact.name() + ": " + text.getText());
        if (fact.actions().isEmpty()) {
            return text;
        }
        FlowPane line = new FlowPane(8, 2, text);
        line.setRowValignment(VPos.CENTER);
        line.setAlignment(Pos.CENTER_LEFT);
        text.maxWidthProperty().bind(line.widthProperty());
        line.getChildren().addAll(fact.actions());
        return line;
    }
}
