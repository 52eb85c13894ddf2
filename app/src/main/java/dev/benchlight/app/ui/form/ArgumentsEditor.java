package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.schema.InitialValue;
import dev.benchlight.mcp.schema.SchemaProblem;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// Edits the arguments of a call as a form and as JSON, always in step. The text is the one truth:
/// what the form can't express stays in it untouched. The view that is not seen is brought up to
/// date when it is. JavaFX thread only.
public final class ArgumentsEditor {
    /// Words of a schema that may ask for members without naming them as properties.
    private static final Set<String> ASKING =
            Set.of(
                    "$ref",
                    "allOf",
                    "anyOf",
                    "oneOf",
                    "required",
                    "additionalProperties",
                    "patternProperties");

    private final ReadOnlyObjectWrapper<Validity> validity =
            new ReadOnlyObjectWrapper<>(new Validity.Checking());
    private final ArgumentsModel model;
    private final boolean schemaKnown;
    private final boolean namesNothing;
    private final FormView form;
    private final JsonEditor json;
    private final Validation validation;
    private final ToggleButton formButton = new ToggleButton("Form");
    private final ToggleButton jsonButton = new ToggleButton("JSON");
    private final Button layOut = new Button("Format");
    private final Button state = new Button();
    private final BorderPane node = new BorderPane();

    /// @param schema the tool's `inputSchema`, or any JSON: a schema that is missing or broken
    ///   gives a plain JSON editor
    public ArgumentsEditor(FxBatcher batcher, JsonNode schema) {
        this(batcher, schema, true);
    }

    /// An editor for what has a schema that is not known yet: nothing is called valid.
    public static ArgumentsEditor withoutSchema(FxBatcher batcher) {
        return new ArgumentsEditor(batcher, JsonNodeFactory.instance.objectNode(), false);
    }

    private ArgumentsEditor(FxBatcher batcher, JsonNode schema, boolean schemaKnown) {
        this.schemaKnown = schemaKnown;
        namesNothing =
                schema.isObject()
                        && schema.path("properties").isEmpty()
                        && ASKING.stream().noneMatch(schema::has);
        model = new ArgumentsModel("{}");
        form = new FormView(batcher, model, schema);
        json = new JsonEditor(batcher);
        model.edit(() ->
                InitialValue.of(schema)
                        .properties()
                        .forEach(p ->
                                model.set(
                                        JsonPointer.empty().appendProperty(p.getKey()),
                                        p.getValue().toString())));
        validation = new Validation(batcher, schema, this::show);
        node.getStyleClass().add("arguments-editor");
        node.getStylesheets().add(stylesheet());
        node.setTop(bar());
        json.onTyped(model::setText);
        model.onChange(this::changed);
        view(false);
        validation.later(model);
    }

    /// Whether there is anything to fill in; a schema that names no member only allows them.
    public boolean isAsking() {
        return !schemaKnown || !namesNothing || !model.text().strip().equals("{}");
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
        formButton.setOnAction(e -> view(false));
        jsonButton.setOnAction(e -> view(true));
        state.getStyleClass().add("form-state");
        state.setTooltip(new Tooltip("Check now, and go to the first problem"));
        state.setOnAction(e -> validateNow(validity -> focusFirstProblem()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        layOut.getStyleClass().add("small-button");
        layOut.setTooltip(new Tooltip("A line for each value; numbers and texts stay as typed"));
        layOut.setOnAction(e -> model.document().ifPresent(d -> model.setText(d.indented())));
        layOut.managedProperty().bind(layOut.visibleProperty());
        layOut.visibleProperty().bind(jsonButton.selectedProperty());
        HBox bar = new HBox(new HBox(formButton, jsonButton), layOut, gap, state);
        bar.getStyleClass().add("form-bar");
        return bar;
    }

    private boolean isJson() {
        return jsonButton.isSelected();
    }

    private void view(boolean asJson) {
        formButton.setSelected(!asJson);
        jsonButton.setSelected(asJson);
        showText();
        showProblems();
        node.setCenter(asJson ? json.node() : form.node());
    }

    private void changed() {
        showText();
        validation.later(model);
    }

    private void showText() {
        if (!isJson()) {
            form.refresh();
        } else if (!json.text().equals(model.text())) {
            json.setText(model.text());
        }
    }

    private void show(Validity now) {
        validity.set(now);
        switch (now) {
            case Validity.Checking ignored -> {}
            case Validity.NotJson ignored -> state("not JSON", true);
            case Validity.Checked(List<SchemaProblem> problems) -> summarize(problems);
        }
        showProblems();
    }

    private void summarize(List<SchemaProblem> problems) {
        List<SchemaProblem> wrong = problems.stream().filter(SchemaProblem::checked).toList();
        boolean incomplete =
                !form.isFinished() && wrong.stream().allMatch(p -> model.at(p.pointer()).isEmpty());
        if (wrong.isEmpty()) {
            String passed = problems.isEmpty() ? "valid" : "not fully checked";
            state(schemaKnown ? passed : "not checked", false);
        } else if (incomplete) {
            state(wrong.size() + " to fill in", false);
        } else {
            state(wrong.size() == 1 ? "1 problem" : wrong.size() + " problems", true);
        }
    }

    /// The last answer stands until the next one comes, so that it does not flicker.
    private void state(String text, boolean bad) {
        state.setText(text);
        state.getStyleClass().remove("bad");
        if (bad) {
            state.getStyleClass().add("bad");
        }
    }

    private void showProblems() {
        switch (validity.get()) {
            case Validity.Checking ignored -> {}
            case Validity.NotJson(String message, int offset) ->
                    json.showProblems(JsonProblems.notJson(model.text(), message, offset));
            case Validity.Checked(List<SchemaProblem> problems) -> {
                if (isJson()) {
                    model.document()
                            .ifPresent(d -> json.showProblems(JsonProblems.of(d, problems)));
                } else {
                    form.showProblems(problems);
                }
            }
        }
    }

    /// The control to place; works from about 360 px of width.
    public Region node() {
        return node;
    }

    /// The whole text, as typed.
    public String text() {
        return model.text();
    }

    /// Has values suggested while the user types into the form's texts.
    public void completeWith(Completer completer) {
        form.completeWith(completer);
    }

    /// Calls `listener` after each change of what is typed.
    public void onTyped(Runnable listener) {
        model.onChange(listener);
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
        form.finished();
        validation.now(model, whenDone);
    }

    public ReadOnlyObjectProperty<Validity> validityProperty() {
        return validity.getReadOnlyProperty();
    }

    /// Gives the first field, or the JSON, the focus.
    public void focusFirst() {
        if (isJson()) {
            json.goTo(0);
        } else {
            form.focusFirst();
        }
    }

    /// Brings the first problem into view and gives its field the focus.
    public void focusFirstProblem() {
        form.finished();
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
                if (isJson()) {
                    model.document()
                            .map(d -> JsonProblems.nearest(d, first.pointer()))
                            .ifPresent(value -> json.goTo(value.start()));
                } else {
                    form.focus(first.pointer());
                }
            }
            default -> focusFirst();
        }
    }
}
