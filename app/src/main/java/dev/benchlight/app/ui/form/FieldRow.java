package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.SchemaProblem;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One value: its name, its control or, where that can't show it, its JSON, what is wrong, help.
final class FieldRow extends VBox {
    /// What a row stands for.
    enum Kind {
        NAMED,
        OWN,
        ITEM,
        BARE
    }

    private static final double NAME_WIDTH = 116;

    private final Form form;
    private final JsonPointer at;
    private final Field.Property property;
    private final Kind kind;
    private final Field field;
    private final HBox line = new HBox();
    private final VBox below = new VBox(2);
    private final VBox notes = new VBox(2);
    private final HBox head = new HBox(3);
    private final Button unfold = new Button();
    private @Nullable Control control;
    private @Nullable String reason;
    private boolean json;
    private boolean open;

    FieldRow(Form form, JsonPointer at, Field.Property property, Kind kind) {
        super(2);
        this.form = form;
        this.at = at;
        this.property = property;
        this.kind = kind;
        this.field = form.reader.read(property.schema());
        this.open = kind == Kind.BARE || !isContainer() || property.required();
        line.getStyleClass().add("form-line");
        if (kind != Kind.BARE) {
            form.rows.put(at, this);
            buildHead();
        }
        getChildren().addAll(line, below, notes);
        refresh();
    }

    private boolean isContainer() {
        return field instanceof Field.Group
                || field instanceof Field.Items
                || field instanceof Field.Variants;
    }

    private void buildHead() {
        String text = kind == Kind.ITEM ? property.name() : label();
        Label name = new Label(text);
        name.getStyleClass().add("form-name");
        name.setTooltip(new Tooltip(property.name()));
        if (field.facts().deprecated()) {
            name.getStyleClass().add("deprecated");
        }
        if (isContainer()) {
            name.getStyleClass().add("group");
            unfold.getStyleClass().add("icon-button");
            unfold.setOnAction(e -> unfold(!open));
            head.getChildren().add(unfold);
        }
        head.getChildren().add(name);
        if (property.required() && kind == Kind.NAMED) {
            Label star = new Label("*");
            star.getStyleClass().add("form-required");
            star.setTooltip(new Tooltip("required"));
            head.getChildren().add(star);
        }
        for (String mark : marks()) {
            Label label = new Label(mark);
            label.getStyleClass().add("form-mark");
            head.getChildren().add(label);
        }
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (field.facts().deprecated()) {
            marks.add("deprecated");
        }
        if (field.facts().readOnly()) {
            marks.add("read-only");
        }
        return marks;
    }

    private String label() {
        String title = field.facts().title();
        return title.isEmpty() || kind == Kind.OWN ? property.name() : title;
    }

    /// Shows what the text says now.
    void refresh() {
        JsonDocument document = form.model.document().orElse(null);
        if (document == null) {
            return;
        }
        JsonValue value = form.model.at(at).orElse(null);
        reason = value == null ? null : Fit.reason(field, document, value);
        boolean asJson =
                reason != null || form.asJson.contains(at) || field instanceof Field.AnyJson;
        if (open && (control == null || asJson != json)) {
            json = asJson;
            control =
                    asJson
                            ? new JsonControl(form.model, at)
                            : Controls.of(form, field, at, property.required());
            place(control);
        } else if (!open && control == null) {
            placeClosed();
        }
        if (control != null) {
            control.show(value);
        }
        refreshProblems();
    }

    private void place(Control placed) {
        Node node = placed.node();
        line.getChildren().clear();
        below.getChildren().clear();
        if (kind == Kind.BARE) {
            below.getChildren().add(node);
            return;
        }
        placed.focusTarget().setAccessibleText(label());
        boolean wide = placed.wide() || isContainer();
        head.setMinWidth(wide ? Region.USE_COMPUTED_SIZE : kind == Kind.ITEM ? 24 : NAME_WIDTH);
        head.setPrefWidth(wide ? Region.USE_COMPUTED_SIZE : kind == Kind.ITEM ? 24 : NAME_WIDTH);
        line.getChildren().add(head);
        if (wide) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().add(gap);
            VBox nested = new VBox(node);
            nested.getStyleClass().add("form-nested");
            VBox.setMargin(nested, new Insets(0, 0, 0, 8));
            below.getChildren().add(nested);
        } else {
            HBox.setHgrow(node, Priority.ALWAYS);
            line.getChildren().add(node);
        }
        icon();
        actions();
        VBox.setMargin(
                notes, new Insets(0, 30, 0, wide ? 8 : kind == Kind.ITEM ? 30 : NAME_WIDTH + 6));
    }

    private void placeClosed() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getChildren().setAll(head, gap);
        icon();
        actions();
        VBox.setMargin(notes, new Insets(0, 30, 0, 8));
    }

    private void actions() {
        if (kind == Kind.ITEM) {
            int index = at.last().getMatchingIndex();
            line.getChildren().add(action(Feather.ARROW_UP, "Move up", () -> move(index, -1)));
            line.getChildren().add(action(Feather.ARROW_DOWN, "Move down", () -> move(index, 1)));
            line.getChildren().add(action(Feather.X, "Remove item", () -> form.model.remove(at)));
        }
        if (kind == Kind.OWN) {
            line.getChildren().add(action(Feather.EDIT_2, "Rename", this::editName));
            line.getChildren().add(action(Feather.X, "Remove", () -> form.model.remove(at)));
        }
        line.getChildren().add(new FieldMenu(form, at, field, kind, this).button());
    }

    private void move(int index, int by) {
        form.model.swap(at.head(), index, index + by);
    }

    static Button action(Feather icon, String name, Runnable run) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(e -> run.run());
        return button;
    }

    private void icon() {
        if (isContainer()) {
            unfold.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            unfold.setAccessibleText((open ? "Fold " : "Unfold ") + label());
            unfold.setTooltip(new Tooltip(open ? "Fold" : "Unfold"));
        }
    }

    void unfold(boolean unfolded) {
        open = unfolded;
        if (open) {
            control = null;
            refresh();
        } else {
            below.getChildren().clear();
            String below = at + "/";
            form.rows.keySet().removeIf(p -> p.toString().startsWith(below));
            control = null;
            placeClosed();
            refreshProblems();
        }
    }

    void refreshProblems() {
        notes.getChildren().clear();
        if (reason != null && !(field instanceof Field.AnyJson)) {
            notes.getChildren().add(problem("Shown as JSON: " + reason, false));
        }
        boolean bad = false;
        for (SchemaProblem problem : form.problems()) {
            boolean mine =
                    problem.pointer().equals(at)
                            || (!open && problem.pointer().toString().startsWith(at + "/"));
            if (mine && kind != Kind.BARE) {
                notes.getChildren().add(problem(problem.message(), problem.checked()));
                bad |= problem.checked();
            }
        }
        String help = help();
        if (!help.isEmpty() && kind != Kind.BARE) {
            notes.getChildren().add(HelpText.of(help));
        }
        if (control != null) {
            control.focusTarget().getStyleClass().remove("invalid");
            if (bad && !control.wide()) {
                control.focusTarget().getStyleClass().add("invalid");
            }
        }
    }

    private String help() {
        Field.Facts facts = field.facts();
        String unable = field instanceof Field.AnyJson any ? any.reason() : "";
        return Stream.of(facts.description(), facts.limits(), unable)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Label problem(String text, boolean checked) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("form-problem");
        if (!checked) {
            label.getStyleClass().add("unchecked");
        }
        return label;
    }

    /// Lets the user type another name, for a member the schema does not name.
    void editName() {
        TextField name = new TextField(property.name());
        name.setAccessibleText("Name of the member");
        name.setPrefWidth(NAME_WIDTH);
        name.setMinWidth(NAME_WIDTH);
        name.setOnAction(e -> rename(name.getText()));
        name.focusedProperty()
                .addListener((o, before, focused) -> {
                    if (!focused) {
                        rename(name.getText());
                    }
                });
        line.getChildren().set(0, name);
        name.requestFocus();
        name.selectAll();
    }

    private void rename(String name) {
        boolean taken = form.model.at(at.head().appendProperty(name)).isPresent();
        if (name.equals(property.name()) || taken) {
            line.getChildren().set(0, head);
        } else {
            form.model.rename(at, name);
        }
    }

    void focusControl() {
        if (control != null) {
            control.focusTarget().requestFocus();
        }
    }
}
