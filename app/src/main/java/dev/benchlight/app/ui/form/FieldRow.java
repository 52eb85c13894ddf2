package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.form.RowNotes.Note;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;
import dev.benchlight.mcp.schema.SchemaProblem;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One value: its name, its control or, where that can't show it, its JSON, what is wrong, help.
final class FieldRow extends VBox {
    /// What a row stands for.
    enum Kind {
        /// A member that the schema names.
        NAMED,
        /// A member of the user's own.
        OWN,
        ITEM,
        /// A value whose name stands in a row around it.
        BARE
    }

    /// How the value is edited.
    private enum View {
        FIELD,
        JSON,
        NULL,
        LONG
    }

    private static final double NAME_WIDTH = 116;
    private static final double LEAST_NAME_WIDTH = 80;
    private static final double INDENT = 12;
    private static final double INDEX_WIDTH = 24;
    private static final int MAX_OPEN_DEPTH = 3;
    private static final int MAX_VARIANT_LEVEL = 5;

    private final Form form;
    private final Spot spot;
    private final Kind kind;
    private final String name;
    private final Field field;
    private final RowHead head;
    private final RowActions actions;
    private final RowNotes notes;
    private final HBox line = new HBox();
    private final VBox below = new VBox();
    private final boolean openAtFirst;
    private View view = View.FIELD;
    private @Nullable Control control;
    private @Nullable String reason;
    private boolean absent;

    FieldRow(Form form, Spot spot, Kind kind, String name, JsonNode schema) {
        super(2);
        this.form = form;
        this.spot = spot;
        this.kind = kind;
        this.name = name;
        this.field = form.reader.read(schema);
        // A schema may require itself without end, so rows open by themselves only so deep.
        this.openAtFirst = kind == Kind.BARE || (spot.required() && depth() <= MAX_OPEN_DEPTH);
        boolean star = kind == Kind.NAMED && spot.required();
        this.head = new RowHead(label(), field.facts(), star, isContainer() ? this::toggle : null);
        this.notes = new RowNotes(kind == Kind.BARE ? "" : help());
        this.actions = new RowActions(form, spot, kind, this);
        line.getStyleClass().add("form-line");
        line.setFillHeight(false);
        getChildren().addAll(line, below, notes);
        if (kind != Kind.BARE) {
            form.shown(spot.at(), this);
            head.tip(name);
            actions.keys(this);
            place(null);
        }
    }

    private int depth() {
        int depth = 0;
        for (JsonPointer p = spot.at(); !p.matches(); p = p.tail()) {
            depth++;
        }
        return depth;
    }

    JsonPointer at() {
        return spot.at();
    }

    String name() {
        return name;
    }

    /// The field that is edited: of variants, the chosen one.
    Field field() {
        return control instanceof VariantsControl variants ? variants.chosen() : field;
    }

    private boolean isContainer() {
        return field instanceof Field.Group
                || field instanceof Field.Items
                || field instanceof Field.Variants;
    }

    private String label() {
        String title = kind == Kind.NAMED ? field.facts().title() : "";
        return !title.isEmpty() ? title : name.isEmpty() && kind == Kind.OWN ? "\"\"" : name;
    }

    private boolean isOpen() {
        Boolean chosen = form.model.places().find(at()).map(place -> place.open).orElse(null);
        return kind == Kind.BARE || !isContainer() || (chosen == null ? openAtFirst : chosen);
    }

    /// Shows what the text says now.
    void refresh(@Nullable JsonValue value) {
        JsonDocument document = form.model.document().orElse(null);
        if (document == null) {
            return;
        }
        absent = value == null;
        reason = value == null ? null : Fit.reason(field, document, value);
        View wanted = view(value);
        boolean typing = control instanceof JsonControl && form.isTyping(at());
        if (!isOpen()) {
            if (control != null) {
                control = null;
                form.gone(at(), false);
                place(null);
            }
        } else if (control == null || (wanted != view && !typing)) {
            view = wanted;
            form.gone(at(), false);
            control = control(wanted);
            place(control);
        }
        if (control != null) {
            control.show(value);
        }
        head.show(isOpen(), value);
        refreshNotes();
    }

    private View view(@Nullable JsonValue value) {
        Places.Place place = form.model.places().find(at()).orElse(null);
        boolean asJson =
                field instanceof Field.AnyJson
                        || reason != null
                        || spot.level() > MAX_VARIANT_LEVEL
                        || (place != null
                                && (place.asJson || (place.held != null && place.held.json())));
        if (LongText.is(value, asJson) && (place == null || !place.longText)) {
            return View.LONG;
        }
        if (asJson) {
            return View.JSON;
        }
        return value instanceof JsonValue.Null && !Fit.isSimple(field) ? View.NULL : View.FIELD;
    }

    private Control control(View wanted) {
        return switch (wanted) {
            case FIELD -> Controls.of(form, field, spot);
            case JSON -> new JsonControl(form, spot);
            case NULL -> new NullControl(() -> form.model.set(at(), blank()));
            case LONG ->
                    new LongText(
                            form.model,
                            spot,
                            () -> {
                                form.model.places().at(at()).longText = true;
                                refreshNow();
                            });
        };
    }

    /// The JSON of the emptiest value.
    String blank() {
        return InitialValue.blank(form.reader, field()).toString();
    }

    private void place(@Nullable Control placed) {
        line.getChildren().clear();
        below.getChildren().clear();
        if (kind == Kind.BARE) {
            if (placed != null) {
                below.getChildren().add(placed.node());
            }
            return;
        }
        boolean wide = placed == null || placed.wide() || isContainer();
        // What holds others may be long: what is said of it stands before them.
        getChildren().setAll(wide ? List.of(line, notes, below) : List.of(line, below, notes));
        double narrow = kind == Kind.ITEM ? INDEX_WIDTH : nameWidth();
        head.width(wide ? 0 : narrow);
        line.getChildren().add(head);
        Node grows = wide || placed == null ? new Region() : placed.node();
        HBox.setHgrow(grows, Priority.ALWAYS);
        line.getChildren().addAll(grows, actions);
        if (wide && placed != null) {
            VBox nested = new VBox(placed.node());
            nested.getStyleClass().add("form-nested");
            VBox.setMargin(nested, new Insets(0, 0, 0, 8));
            below.getChildren().add(nested);
        }
        if (placed != null && !(placed instanceof GroupControl || placed instanceof ItemsControl)) {
            placed.focusTarget().setAccessibleText(label());
        }
        VBox.setMargin(notes, new Insets(0, 30, 0, wide ? 30 : narrow + 6));
    }

    /// Names give back what their nesting takes, so that values stand below each other and keep
    /// room in a narrow window.
    private double nameWidth() {
        return Math.max(LEAST_NAME_WIDTH, NAME_WIDTH - INDENT * (depth() - 1));
    }

    private void toggle() {
        unfold(!isOpen());
    }

    void unfold(boolean unfolded) {
        if (kind != Kind.BARE && isContainer()) {
            form.model.places().at(at()).open = unfolded;
            refreshNow();
        }
    }

    /// Edits the value as JSON, or as a field again.
    void asJson(boolean json) {
        Places.Place place = form.model.places().at(at());
        place.asJson = json;
        place.guessAgain |= !json;
        place.open = true;
        refreshNow();
        focusControl();
    }

    private void refreshNow() {
        refresh(form.model.at(at()).orElse(null));
    }

    void refreshNotes() {
        if (kind == Kind.BARE) {
            return;
        }
        List<Note> now = new ArrayList<>();
        if (reason != null && !(field instanceof Field.AnyJson)) {
            now.add(new Note("Shown as JSON: " + reason, false));
        }
        List<SchemaProblem> problems = problems();
        problems.forEach(p -> now.add(new Note(p.message(), p.checked())));
        notes.show(now);
        boolean bad = problems.stream().anyMatch(SchemaProblem::checked);
        if (control != null && !control.wide()) {
            Node target = control.focusTarget();
            target.getStyleClass().remove("invalid");
            if (bad) {
                target.getStyleClass().add("invalid");
            }
            target.setAccessibleHelp(
                    now.stream().map(Note::text).collect(Collectors.joining(". ")));
        }
    }

    /// What is missing is no problem yet while the user is still filling in the form.
    private List<SchemaProblem> problems() {
        if (absent && !form.isFinished() && form.model.held(at()).isEmpty()) {
            return List.of();
        }
        return isOpen() ? form.problems(at()) : form.problemsFrom(at()).stream().limit(3).toList();
    }

    private String help() {
        Field.Facts facts = field.facts();
        String unable = field instanceof Field.AnyJson any ? any.reason() : "";
        return Stream.of(
                        facts.deprecated() ? "Deprecated." : "",
                        facts.readOnly() ? "Read-only: the server may refuse or ignore it." : "",
                        facts.description(),
                        facts.limits(),
                        unable)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// Lets the user type another name, for a member of their own.
    void editName() {
        if (kind == Kind.OWN) {
            NameField.replace(form, this, line, head);
        }
    }

    void isLast(boolean last) {
        actions.isLast(last);
    }

    Node focusTarget() {
        return control == null ? head.foldButton() : control.focusTarget();
    }

    void focusControl() {
        focusTarget().requestFocus();
    }

    /// The value was just made, so what is typed next takes its place.
    void focusNew() {
        focusControl();
        if (focusTarget() instanceof TextInputControl input) {
            input.selectAll();
        }
    }

    /// Has the row of a place shown, however deep it is folded away, and returns it or the nearest.
    FieldRow reveal(JsonPointer target) {
        JsonPointer rest = Places.below(at(), target);
        if (rest == null || rest.matches()) {
            return this;
        }
        unfold(true);
        FieldRow found = control == null ? null : control.reveal(target);
        return found == null ? this : found;
    }
}
