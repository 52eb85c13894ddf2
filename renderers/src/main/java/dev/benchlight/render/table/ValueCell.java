package dev.benchlight.render.table;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// One value. What is missing, `null` and `""` look different from each other and from text.
final class ValueCell extends TableCell<JsonNode, @Nullable JsonNode> {
    private String style = "";

    @Override
    protected void updateItem(@Nullable JsonNode value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty ? null : Cell.shown(value));
        String next = empty ? "" : Cell.style(value);
        if (!next.equals(style)) {
            getStyleClass().remove(style);
            style = next;
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }
    }
}
