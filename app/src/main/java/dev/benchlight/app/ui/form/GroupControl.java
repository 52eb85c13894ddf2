package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The members of an object, named ones first, then the ones the user or a server added.
final class GroupControl implements Control {
    private final Form form;
    private final JsonPointer at;
    private final Field.Group group;
    private final Set<String> named = new HashSet<>();
    private final VBox fields = new VBox();
    private final VBox own = new VBox();
    private final VBox node = new VBox(fields, own);
    private final List<String> ownNames = new ArrayList<>();
    private int shown;

    GroupControl(Form form, JsonPointer at, Field.Group group) {
        this.form = form;
        this.at = at;
        this.group = group;
        group.properties().forEach(p -> named.add(p.name()));
        node.getStyleClass().add("form-fields");
        fields.getStyleClass().add("form-fields");
        own.getStyleClass().add("form-fields");
        more();
        if (group.properties().isEmpty() && group.others() == null) {
            fields.getChildren().add(muted("No arguments."));
        }
        if (group.others() != null) {
            Button add = new Button("Add member");
            add.getStyleClass().addAll("small-button", "form-add");
            add.setOnAction(e -> add());
            node.getChildren().add(add);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        List<String> names = new ArrayList<>();
        if (value instanceof JsonValue.Obj object) {
            object.members().stream()
                    .map(JsonValue.Member::name)
                    .filter(name -> !named.contains(name))
                    .limit(Form.PAGE)
                    .forEach(names::add);
        }
        if (!names.equals(ownNames)) {
            ownNames.forEach(name -> form.rows.remove(at.appendProperty(name)));
            ownNames.clear();
            ownNames.addAll(names);
            own.getChildren().setAll(names.stream().map(this::ownRow).toList());
        }
        List.copyOf(fields.getChildren()).forEach(GroupControl::refresh);
        List.copyOf(own.getChildren()).forEach(GroupControl::refresh);
    }

    private static void refresh(Node row) {
        if (row instanceof FieldRow field) {
            field.refresh();
        }
    }

    private Node ownRow(String name) {
        JsonNode schema = group.others() == null ? null : group.others();
        Field.Property property =
                new Field.Property(name, schema == null ? form.reader.anything() : schema, false);
        return new FieldRow(form, at.appendProperty(name), property, FieldRow.Kind.OWN);
    }

    private void more() {
        List<Field.Property> all = group.properties();
        int end = Math.min(all.size(), shown + Form.PAGE);
        fields.getChildren().removeIf(Button.class::isInstance);
        for (Field.Property property : all.subList(shown, end)) {
            JsonPointer pointer = at.appendProperty(property.name());
            fields.getChildren().add(new FieldRow(form, pointer, property, FieldRow.Kind.NAMED));
        }
        shown = end;
        if (shown < all.size()) {
            Button next = new Button("Show more (" + (all.size() - shown) + " left)");
            next.getStyleClass().add("small-button");
            next.setOnAction(e -> {
                more();
                form.model.at(at).ifPresent(this::show);
            });
            fields.getChildren().add(next);
        }
    }

    private void add() {
        JsonNode schema = group.others();
        if (schema == null) {
            return;
        }
        String name = "name";
        for (int i = 2;
                form.model.at(at.appendProperty(name)).isPresent() || named.contains(name);
                i++) {
            name = "name" + i;
        }
        JsonPointer pointer = at.appendProperty(name);
        form.model.set(pointer, InitialValue.blank(form.reader, schema).toString());
        FieldRow row = form.rows.get(pointer);
        if (row != null) {
            row.editName();
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("form-empty");
        return label;
    }
}
