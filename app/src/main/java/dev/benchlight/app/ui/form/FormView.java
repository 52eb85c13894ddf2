package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaReader;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.List;

/// The form of a whole schema. Read-only, with a note, while the text is not JSON.
final class FormView {
    private final ArgumentsModel model;
    private final Form form;
    private final FieldRow root;
    private final VBox above = new VBox(2);
    private final VBox body = new VBox(above);
    private final Label note = new Label();
    private final ScrollPane scroll = new ScrollPane(body);
    private final BorderPane node = new BorderPane(scroll);

    FormView(FxBatcher batcher, ArgumentsModel model, JsonNode schema) {
        this.model = model;
        this.form = new Form(model, new SchemaReader(schema), () -> batcher.run(this::refresh));
        this.root = new FieldRow(form, Spot.whole(), FieldRow.Kind.BARE, "", schema);
        note.getStyleClass().add("form-note");
        note.setMaxWidth(Double.MAX_VALUE);
        above.setManaged(false);
        body.getStyleClass().add("form-body");
        body.getChildren().add(root);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("form-scroll");
        refresh();
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
        root.refresh(model.at(JsonPointer.empty()).orElse(null));
    }

    /// What is wrong stands at its row; what concerns the whole, above all rows.
    void showProblems(List<SchemaProblem> problems) {
        form.showProblems(problems);
        List<Label> whole =
                problems.stream()
                        .filter(p -> !hasRow(p.pointer()))
                        .limit(5)
                        .map(p ->
                                RowNotes.label(
                                        new RowNotes.Note(
                                                (p.pointer().matches() ? "" : p.pointer() + ": ")
                                                        + p.message(),
                                                p.checked())))
                        .toList();
        above.getChildren().setAll(whole);
        above.setManaged(!whole.isEmpty());
    }

    private boolean hasRow(JsonPointer pointer) {
        for (JsonPointer p = pointer; !p.matches(); p = p.head()) {
            if (form.row(p) != null) {
                return true;
            }
        }
        return false;
    }

    void completeWith(Completer completer) {
        form.completeWith(completer);
    }

    void finished() {
        form.finished();
    }

    boolean isFinished() {
        return form.isFinished();
    }

    void focusFirst() {
        root.focusControl();
    }

    void focus(JsonPointer pointer) {
        FieldRow row = root.reveal(pointer);
        row.focusControl();
        reveal(row);
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
