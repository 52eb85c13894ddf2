package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.function.Consumer;

/// Edits the arguments of a call as a form and as JSON, always in step. The text is the one truth:
/// what the form can't express stays in it untouched. JavaFX thread only.
public final class ArgumentsEditor {
    private final FxBatcher batcher;
    private final ReadOnlyObjectWrapper<Validity> validity =
            new ReadOnlyObjectWrapper<>(new Validity.Checked(List.of()));
    private final Region node = new VBox();
    private String text = "{}";

    /// @param schema the tool's `inputSchema`, or any JSON: a schema that is missing or broken
    ///   gives a plain JSON editor
    public ArgumentsEditor(FxBatcher batcher, JsonNode schema) {
        this.batcher = batcher;
    }

    /// The control to place; works from about 360 px of width.
    public Region node() {
        return node;
    }

    /// The whole text, as typed.
    public String text() {
        return text;
    }

    /// Replaces everything, such as with the arguments of an earlier call.
    public void setText(String newText) {
        text = newText;
    }

    /// The tree to send; null while the text is not JSON. Numbers are written as they were typed.
    public @Nullable JsonNode value() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Checks now and calls back on the JavaFX thread, for Run.
    public void validateNow(Consumer<Validity> whenDone) {
        batcher.run(() -> whenDone.accept(validity.get()));
    }

    public ReadOnlyObjectProperty<Validity> validityProperty() {
        return validity.getReadOnlyProperty();
    }

    /// Brings the first problem into view and gives its field the focus.
    public void focusFirstProblem() {
        node.requestFocus();
    }
}
