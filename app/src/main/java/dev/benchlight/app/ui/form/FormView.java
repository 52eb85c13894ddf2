package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaReader;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

/// The form of a whole schema. Read-only, with a note, while the text is not JSON.
final class FormView {
    private final ArgumentsModel model;
    private final Form form;
    private final FieldRow root;
    private final VBox body = new VBox();
    private final Label note = new Label();
    private final Label above = new Label();
    private final ScrollPane scroll = new ScrollPane(body);
    private final BorderPane node = new BorderPane(scroll);

    FormView(ArgumentsModel model, JsonNode schema) {
        this.model = model;
        SchemaReader reader = new SchemaReader(schema);
        this.form = new Form(model, reader);
        Field.Property whole = new Field.Property("", schema, true);
        this.root = new FieldRow(form, JsonPointer.empty(), whole, FieldRow.Kind.BARE);
        note.getStyleClass().add("form-note");
        note.setMaxWidth(Double.MAX_VALUE);
        above.getStyleClass().add("form-problem");
        above.setWrapText(true);
        above.setMinHeight(Region.USE_PREF_SIZE);
        body.getStyleClass().add("form-body");
        body.getChildren().add(root);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
    }

    Region node() {
        return node;
    }

    void refresh() {
        boolean readable = model.document().isPresent();
        body.setDisable(!readable);
        node.setTop(readable ? null : note);
        note.setText(
                "The JSON can't be read: "
                        + model.error().map(Throwable::getMessage).orElse("")
                        + ". The form can be edited again when it can.");
        root.refresh();
    }

    void showProblems(List<SchemaProblem> problems) {
        form.showProblems(problems);
        String lost =
                problems.stream()
                        .filter(p -> nearest(p.pointer()) == null)
                        .map(p -> (p.pointer().matches() ? "" : p.pointer() + ": ") + p.message())
                        .limit(5)
                        .collect(Collectors.joining("\n"));
        above.setText(lost);
        body.getChildren().remove(above);
        if (!lost.isEmpty()) {
            body.getChildren().addFirst(above);
        }
    }

    void focus(JsonPointer pointer) {
        FieldRow row = nearest(pointer);
        while (row != null && !form.hasRow(pointer)) {
            row.unfold(true);
            FieldRow next = nearest(pointer);
            if (next == row) {
                break;
            }
            row = next;
        }
        if (row != null) {
            row.focusControl();
            reveal(row);
        }
    }

    private @Nullable FieldRow nearest(JsonPointer pointer) {
        for (JsonPointer p = pointer; !p.matches(); p = p.head()) {
            FieldRow row = form.rows.get(p);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private void reveal(Node row) {
        body.applyCss();
        body.layout();
        double top = body.sceneToLocal(row.localToScene(0, 0)).getY();
        double hidden = body.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp((top - 40) / hidden, 0.0, 1.0));
        }
    }
}
