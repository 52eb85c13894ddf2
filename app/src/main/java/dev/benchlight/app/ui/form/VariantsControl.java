package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Picks one of several shapes. What was typed for a shape is kept while another one is chosen.
final class VariantsControl implements Control {
    private final Form form;
    private final Spot spot;
    private final JsonPointer at;
    private final Field.Variants field;
    private final DropDown picker = new DropDown();
    private final VBox body = new VBox();
    private final VBox node = new VBox(6, picker, body);
    private @Nullable FieldRow inner;
    private int current = -1;
    private boolean quiet;

    VariantsControl(Form form, Spot spot, Field.Variants field) {
        this.form = form;
        this.spot = spot;
        this.at = spot.at();
        this.field = field;
        picker.setAccessibleText("Variant");
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

    /// The field of the chosen variant.
    Field chosen() {
        return read(Math.max(0, current));
    }

    private Field read(int variant) {
        return form.reader.read(field.variants().get(variant).schema());
    }

    @Override
    public @Nullable FieldRow reveal(JsonPointer target) {
        return inner == null ? null : inner.reveal(target);
    }

    @Override
    public void show(@Nullable JsonValue value) {
        int chosen = choice(value);
        if (chosen != current || inner == null) {
            current = chosen;
            quiet = true;
            picker.getSelectionModel().select(chosen);
            quiet = false;
            form.gone(at, false);
            inner =
                    new FieldRow(
                            form,
                            spot.inVariant(),
                            FieldRow.Kind.BARE,
                            "",
                            field.variants().get(chosen).schema());
            body.getChildren().setAll(inner);
        }
        inner.refresh(value);
    }

    private int choice(@Nullable JsonValue value) {
        Places.Place place = form.model.places().at(at);
        List<Integer> chosen = place.variants;
        boolean known =
                spot.level() < chosen.size() && chosen.get(spot.level()) < picker.getItems().size();
        int before = known ? chosen.get(spot.level()) : 0;
        JsonDocument document = form.model.document().orElse(null);
        boolean guess = !known || (place.guessAgain && !form.isTyping(at));
        if (!guess) {
            return before;
        }
        int best =
                value == null || document == null
                        ? before
                        : VariantGuess.best(form.reader, field.variants(), document, value, before);
        choose(place, best);
        return best;
    }

    private void choose(Places.Place place, int variant) {
        while (place.variants.size() > spot.level()) {
            place.variants.removeLast();
        }
        while (place.variants.size() < spot.level()) {
            place.variants.add(0);
        }
        place.variants.add(variant);
        place.guessAgain = false;
    }

    private void picked(int index) {
        if (quiet || index < 0 || index == current) {
            return;
        }
        JsonValue value = form.model.at(at).orElse(null);
        Places.Place place = form.model.places().at(at);
        form.model.source(at).ifPresent(source -> place.left.put(key(current), source));
        int before = current;
        choose(place, index);
        String kept = place.left.get(key(index));
        form.model.edit(() -> {
            if (kept != null) {
                form.model.setTyped(at, kept);
                place.guessAgain = false;
            } else if (value instanceof JsonValue.Obj object
                    && read(index) instanceof Field.Group target) {
                carryOver(object, read(before), target);
            } else if (read(index) instanceof Field.Group || !spot.removable()) {
                form.model.set(at, InitialValue.blank(form.reader, read(index)).toString());
            } else {
                form.model.remove(at);
            }
        });
        show(form.model.at(at).orElse(null));
    }

    private String key(int variant) {
        return spot.level() + "#" + variant;
    }

    /// The members that only the old shape knows are left with it; all others stay as they are, and
    /// the new shape's constants come.
    private void carryOver(JsonValue.Obj object, Field from, Field.Group to) {
        Set<String> known = names(to);
        Set<String> old = from instanceof Field.Group source ? names(source) : Set.of();
        Set<String> stay = new HashSet<>();
        for (JsonValue.Member member : object.members()) {
            String name = member.name();
            if (!isConstant(to, name) && (known.contains(name) || !old.contains(name))) {
                stay.add(name);
            }
        }
        InitialValue.of(form.reader, to)
                .properties()
                .forEach(p -> {
                    if (stay.add(p.getKey())) {
                        form.model.set(at.appendProperty(p.getKey()), p.getValue().toString());
                    }
                });
        object.members().stream()
                .map(JsonValue.Member::name)
                .filter(name -> !stay.contains(name))
                .forEach(name -> form.model.remove(at.appendProperty(name)));
    }

    private boolean isConstant(Field.Group group, String name) {
        return group.properties().stream()
                .filter(p -> p.name().equals(name))
                .anyMatch(p -> form.reader.read(p.schema()).facts().schema().has("const"));
    }

    private static Set<String> names(Field.Group group) {
        Set<String> names = new HashSet<>();
        group.properties().forEach(p -> names.add(p.name()));
        return names;
    }
}
