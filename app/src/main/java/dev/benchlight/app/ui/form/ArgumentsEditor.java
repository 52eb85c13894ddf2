package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.InitialValue;
import dev.benchlight.mcp.schema.SchemaProblem;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Edits the arguments of a call as a form and as JSON, always in step. The text is the one truth:
/// what the form can't express stays in it untouched. JavaFX thread only.
public final class ArgumentsEditor {
    private final ReadOnlyObjectWrapper<Validity> validity =
            new ReadOnlyObjectWrapper<>(new Validity.Checking());
    private final ArgumentsModel model;
    private final FormView form;
    private final JsonEditor json = new JsonEditor();
    private final Validation validation;
    private final ToggleButton formButton = new ToggleButton("Form");
    private final ToggleButton jsonButton = new ToggleButton("JSON");
    private final Label state = new Label();
    private final BorderPane node = new BorderPane();

    /// @param schema the tool's `inputSchema`, or any JSON: a schema that is missing or broken
    ///   gives a plain JSON editor
    public ArgumentsEditor(FxBatcher batcher, JsonNode schema) {
        model = new ArgumentsModel("{}");
        InitialValue.of(schema)
                .properties()
                .forEach(p ->
                        model.set(
                                JsonPointer.empty().appendProperty(p.getKey()),
                                p.getValue().toString()));
        form = new FormView(model, schema);
        validation = new Validation(batcher, schema, this::show);
        node.getStyleClass().add("arguments-editor");
        node.getStylesheets().add(stylesheet());
        node.setTop(bar());
        node.setCenter(form.node());
        json.setText(model.text());
        json.onTyped(model::setText);
        model.onChange(this::changed);
        validation.later(model);
    }

    static String stylesheet() {
        return Objects.requireNonNull(ArgumentsEditor.class.getResource("form.css"))
                .toExternalForm();
    }

    private HBox bar() {
        ToggleGroup group = new ToggleGroup();
        formButton.getStyleClass().add("left-pill");
        jsonButton.getStyleClass().add("right-pill");
        group.getToggles().setAll(formButton, jsonButton);
        formButton.setSelected(true);
        formButton.setOnAction(e -> view(false));
        jsonButton.setOnAction(e -> view(true));
        state.getStyleClass().add("form-state");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(new HBox(formButton, jsonButton), gap, state);
        bar.getStyleClass().add("form-bar");
        return bar;
    }

    private void view(boolean asJson) {
        formButton.setSelected(!asJson);
        jsonButton.setSelected(asJson);
        node.setCenter(asJson ? json.node() : form.node());
    }

    private void changed() {
        if (!json.text().equals(model.text())) {
            json.setText(model.text());
        }
        form.refresh();
        validation.later(model);
    }

    private void show(Validity now) {
        validity.set(now);
        state.getStyleClass().remove("bad");
        switch (now) {
            case Validity.Checking ignored -> state.setText("checking …");
            case Validity.NotJson(String message, int offset) -> {
                bad("not JSON");
                json.showProblems(
                        List.of(new int[] {offset, Math.min(offset + 1, model.text().length())}),
                        place(offset) + ": " + message);
            }
            case Validity.Checked(List<SchemaProblem> problems) -> {
                long wrong = problems.stream().filter(SchemaProblem::checked).count();
                if (wrong > 0) {
                    bad(wrong == 1 ? "1 problem" : wrong + " problems");
                } else {
                    state.setText(problems.isEmpty() ? "valid" : "not fully checked");
                }
                form.showProblems(problems);
                showInJson(problems);
            }
        }
    }

    private void bad(String text) {
        state.setText(text);
        state.getStyleClass().add("bad");
    }

    private String place(int offset) {
        String before = model.text().substring(0, Math.min(offset, model.text().length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return "Line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
    }

    private void showInJson(List<SchemaProblem> problems) {
        JsonDocument document = model.document().orElse(null);
        if (document == null) {
            return;
        }
        List<int[]> ranges = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (SchemaProblem problem : problems.stream().limit(20).toList()) {
            JsonPointer at = problem.pointer();
            while (document.at(at).isEmpty()) {
                at = at.head();
            }
            JsonValue value = document.at(at).orElseThrow();
            boolean container = value instanceof JsonValue.Obj || value instanceof JsonValue.Arr;
            ranges.add(new int[] {value.start(), container ? value.start() + 1 : value.end()});
            text.append(text.isEmpty() ? "" : "\n").append(place(value.start()));
            text.append(problem.pointer().matches() ? "" : ", " + problem.pointer());
            text.append(": ").append(problem.message());
        }
        ranges.sort(Comparator.comparingInt(range -> range[0]));
        json.showProblems(ranges, text.toString());
    }

    /// The control to place; works from about 360 px of width.
    public Region node() {
        return node;
    }

    /// The whole text, as typed.
    public String text() {
        return model.text();
    }

    /// Replaces everything, such as with the arguments of an earlier call.
    public void setText(String newText) {
        model.setText(newText);
    }

    /// The tree to send; null while the text is not JSON. Numbers are written as they were typed.
    public @Nullable JsonNode value() {
        return model.document().map(JsonDocument::wireTree).orElse(null);
    }

    /// Checks now and calls back on the JavaFX thread, for Run.
    public void validateNow(Consumer<Validity> whenDone) {
        validation.now(model, whenDone);
    }

    public ReadOnlyObjectProperty<Validity> validityProperty() {
        return validity.getReadOnlyProperty();
    }

    /// Brings the first problem into view and gives its field the focus.
    public void focusFirstProblem() {
        switch (validity.get()) {
            case Validity.NotJson(String message, int offset) -> {
                view(true);
                json.goTo(offset);
            }
            case Validity.Checked(List<SchemaProblem> problems) when !problems.isEmpty() -> {
                SchemaProblem first =
                        problems.stream()
                                .filter(SchemaProblem::checked)
                                .findFirst()
                                .orElse(problems.getFirst());
                if (jsonButton.isSelected()) {
                    JsonPointer at = first.pointer();
                    while (model.document().isPresent() && model.at(at).isEmpty()) {
                        at = at.head();
                    }
                    model.at(at).ifPresent(value -> json.goTo(value.start()));
                } else {
                    form.focus(first.pointer());
                }
            }
            default -> node.requestFocus();
        }
    }
}
