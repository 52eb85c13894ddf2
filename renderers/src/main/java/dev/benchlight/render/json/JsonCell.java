package dev.benchlight.render.json;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// A row: arrow, name, value.
final class JsonCell extends ListCell<JsonRow> {
    private static final double INDENT = 16;

    private final Predicate<JsonRow> isOpen;
    private final Region indent = new Region();
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Label arrowBox = new Label("", arrow);
    private final Text key = new Text();
    private final Text value = new Text();
    private final HBox line = new HBox(indent, arrowBox, key, value);

    JsonCell(Predicate<JsonRow> isOpen, Consumer<JsonRow> toggle) {
        this.isOpen = isOpen;
        line.setAlignment(Pos.CENTER_LEFT);
        line.setSpacing(2);
        arrowBox.setMinWidth(INDENT);
        key.getStyleClass().addAll("tok-key", "code-font");
        arrowBox.setOnMouseClicked(_ -> toggled(toggle));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                toggled(toggle);
            }
        });
    }

    private void toggled(Consumer<JsonRow> toggle) {
        if (getItem() != null) {
            toggle.accept(getItem());
        }
    }

    @Override
    protected void updateItem(JsonRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        indent.setMinWidth(row.depth() * INDENT);
        arrow.setVisible(row.isContainer());
        arrow.setIconCode(isOpen.test(row) ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        key.setText(row.key().isEmpty() ? "" : row.name() + ": ");
        value.setText(row.text());
        value.getStyleClass().setAll(row.kind().styleClass(), "code-font");
        setGraphic(line);
        setAccessibleText(row.name() + " " + row.text());
    }
}
