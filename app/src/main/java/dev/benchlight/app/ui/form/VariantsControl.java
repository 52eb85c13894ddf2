package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Picks one of several shapes. What was typed for a shape is kept while another one is chosen.
final class VariantsControl implements Control {
    private final Form form;
    private final JsonPointer at;
    private final Field.Variants field;
    private final boolean required;
    private final ComboBox<String> picker = new ComboBox<>();
    private final VBox body = new VBox();
    private final VBox node = new VBox(6, picker, body);
    private @Nullable FieldRow inner;
    private int current = -1;
    private boolean quiet;

    VariantsControl(Form form, JsonPointer at, Field.Variants field, boolean required) {
        this.form = form;
        this.at = at;
        this.field = field;
        this.required = required;
        picker.setAccessibleText("Variant");
        picker.setMaxWidth(Double.MAX_VALUE);
        field.variants().forEach(variant -> picker.getItems().add(variant.label()));
        picker.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, before, now) -> picked(now.intValue()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return picker;
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        int chosen = form.chosenVariant.computeIfAbsent(at, a -> guess(value));
        if (chosen != current) {
            current = chosen;
            quiet = true;
            picker.getSelectionModel().select(chosen);
            quiet = false;
            Field.Property property =
                    new Field.Property("", field.variants().get(chosen).schema(), required);
            inner = new FieldRow(form, at, property, FieldRow.Kind.BARE);
            body.getChildren().setAll(inner);
        }
        if (inner != null) {
            inner.refresh();
        }
    }

    private int guess(@Nullable JsonValue value) {
        JsonDocument document = form.model.document().orElse(null);
        return value == null || document == null
                ? 0
                : VariantGuess.best(form.reader, field.variants(), document, value);
    }

    private void picked(int index) {
        if (quiet || index < 0 || index == current) {
            return;
        }
        JsonDocument document = form.model.document().orElse(null);
        JsonValue value = form.model.at(at).orElse(null);
        String source = value == null || document == null ? "" : document.source(value);
        form.leftInVariant.put(key(current), source);
        int before = current;
        form.chosenVariant.put(at, index);
        form.rows.keySet().removeIf(p -> p.toString().startsWith(at + "/"));
        String kept = form.leftInVariant.get(key(index));
        if (kept != null) {
            write(kept);
        } else if (value instanceof JsonValue.Obj object && document != null) {
            write(carriedOver(document, object, before, index));
        } else if (value != null) {
            write(InitialValue.blank(form.reader, field.variants().get(index).schema()).toString());
        }
        show(form.model.at(at).orElse(null));
    }

    private String key(int variant) {
        return at + "#" + variant;
    }

    private void write(String json) {
        if (json.isEmpty()) {
            form.model.remove(at);
        } else {
            form.model.set(at, json);
        }
    }

    /// The members that only the old shape knows are left with it; all others stay as they are.
    private String carriedOver(JsonDocument document, JsonValue.Obj object, int from, int to) {
        if (!(form.reader.read(field.variants().get(to).schema()) instanceof Field.Group target)) {
            return InitialValue.blank(form.reader, field.variants().get(to).schema()).toString();
        }
        Set<String> known = names(target);
        Set<String> old = new HashSet<>();
        if (form.reader.read(field.variants().get(from).schema()) instanceof Field.Group source) {
            old = names(source);
        }
        List<String> members = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (JsonValue.Member member : object.members()) {
            boolean constant = isConstant(target, member.name());
            if (!constant && (known.contains(member.name()) || !old.contains(member.name()))) {
                kept.add(member.name());
                members.add(JsonText.quote(member.name()) + ": " + document.source(member.value()));
            }
        }
        InitialValue.of(form.reader, target)
                .properties()
                .forEach(p -> {
                    if (!kept.contains(p.getKey())) {
                        members.add(JsonText.quote(p.getKey()) + ": " + p.getValue());
                    }
                });
        return members.isEmpty() ? "{}" : "{\n  " + String.join(",\n  ", members) + "\n}";
    }

    private boolean isConstant(Field.Group group, String name) {
        return group.properties().stream()
                .anyMatch(p -> p.name().equals(name) && p.schema().has("const"));
    }

    private static Set<String> names(Field.Group group) {
        Set<String> names = new HashSet<>();
        group.properties().forEach(p -> names.add(p.name()));
        return names;
    }
}
