package dev.benchlight.render.table;

import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.feather.Feather;

import tools.jackson.databind.JsonNode;

/// An array of objects as rows; a JSON tree only.
public final class TableRenderer implements Renderer {
    @Override
    public String title() {
        return "Table";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.Json json && TableData.find(json.json()).isPresent();
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (input instanceof RenderInput.Json json && TableData.find(json.json()).isPresent()) {
            TableData data = TableData.of(TableData.find(json.json()).get());
            return () -> node(data, host);
        }
        return () -> new Notice("This is not an array of objects.");
    }

    private static Node node(TableData data, RenderHost host) {
        TableView<JsonNode> table = new TableView<>(FXCollections.observableArrayList(data.rows()));
        table.setFixedCellSize(24);
        for (String name : data.columns()) {
            TableColumn<JsonNode, String> column = new TableColumn<>(TableData.cut(name));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(TableData.cell(row.getValue(), name)));
            column.setPrefWidth(140);
            table.getColumns().add(column);
        }
        table.setPrefHeight(Math.min(440, 24 * (data.rows().size() + 2.5)));
        BorderPane pane = new BorderPane(table);
        pane.getStyleClass().add("render-pane");
        pane.setTop(
                new Bar(
                        data.facts(),
                        Buttons.icon(Feather.COPY, "Copy as CSV", () -> host.copy(data.csv()))));
        return pane;
    }
}
