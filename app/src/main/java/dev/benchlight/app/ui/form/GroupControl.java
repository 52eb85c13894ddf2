package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The members of an object, named ones first, then the ones the user or a server added.
final class GroupControl extends RowsControl {
    /// Where a schema speaks of members that it does not name.
    private static final List<String> MEMBERS =
            List.of("additionalProperties", "patternProperties", "unevaluatedProperties");

    private final Field.Group group;
    private final Set<String> named = new HashSet<>();

    GroupControl(Form form, JsonPointer at, Field.Group group) {
        super(form, at, "Add member");
        this.group = group;
        form.shown(at, group);
        group.properties().forEach(p -> named.add(p.name()));
        boolean invited = MEMBERS.stream().anyMatch(group.facts().schema()::has);
        if (group.properties().isEmpty() && !(invited && group.others() != null)) {
            Label none = new Label(at.matches() ? "No arguments." : "No members.");
            none.getStyleClass().add("form-empty");
            node.getChildren().add(none);
        }
        if (group.others() != null) {
            if (!invited) {
                add.getStyleClass().add("quiet");
                add.setGraphic(new FontIcon(Feather.PLUS));
                add.setTooltip(
                        new Tooltip(
                                "The schema names no further members, but does not forbid them."));
            }
            node.getChildren().add(add);
        }
    }

    @Override
    public void show(@Nullable JsonValue value) {
        Map<String, JsonValue> members = new HashMap<>();
        List<String> own = new ArrayList<>();
        if (value instanceof JsonValue.Obj object) {
            for (JsonValue.Member member : object.members()) {
                members.put(member.name(), member.value());
                if (!named.contains(member.name())) {
                    own.add(member.name());
                }
            }
        }
        pager.size(group.properties().size() + own.size());
        Map<String, FieldRow> old = new HashMap<>();
        rows.rows().forEach(row -> old.put(row.name(), row));
        List<FieldRow> wanted = new ArrayList<>();
        for (int i = pager.from(); i < pager.end(); i++) {
            int index = i;
            wanted.add(old.computeIfAbsent(nameAt(i, own), name -> row(index, name)));
        }
        rows.show(wanted);
        wanted.forEach(row -> row.refresh(members.get(row.name())));
    }

    private String nameAt(int index, List<String> own) {
        int count = group.properties().size();
        return index < count ? group.properties().get(index).name() : own.get(index - count);
    }

    private FieldRow row(int index, String name) {
        JsonPointer place = at.appendProperty(name);
        if (index < group.properties().size()) {
            Field.Property property = group.properties().get(index);
            Spot spot = Spot.member(place, property.required());
            return new FieldRow(form, spot, FieldRow.Kind.NAMED, name, property.schema());
        }
        JsonNode schema = group.others() == null ? form.reader.anything() : group.others();
        return new FieldRow(form, Spot.own(place), FieldRow.Kind.OWN, name, schema);
    }

    @Override
    void add() {
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
        JsonPointer place = at.appendProperty(name);
        form.model.set(place, InitialValue.blank(form.reader, schema).toString());
        reveal(place);
        FieldRow row = form.row(place);
        if (row != null) {
            row.editName();
        }
    }

    @Override
    public @Nullable FieldRow reveal(JsonPointer target) {
        JsonPointer rest = Places.below(at, target);
        if (rest == null || rest.matches()) {
            return null;
        }
        String name = rest.getMatchingProperty();
        List<String> names = new ArrayList<>();
        group.properties().forEach(property -> names.add(property.name()));
        if (value() instanceof JsonValue.Obj object) {
            object.members().stream()
                    .map(JsonValue.Member::name)
                    .filter(member -> !named.contains(member))
                    .forEach(names::add);
        }
        return reveal(names.indexOf(name), at.appendProperty(name), target);
    }
}
