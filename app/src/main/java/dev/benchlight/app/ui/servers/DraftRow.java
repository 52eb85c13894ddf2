package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.app.workspace.EntryReader;
import dev.benchlight.app.workspace.KeyMove;
import dev.benchlight.app.workspace.ServerDraft;
import dev.benchlight.app.workspace.ServerTrees;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One entry in the preview: whether to add it, under which name, what it is, and what is odd.
final class DraftRow extends VBox {
    private final ServerDraft draft;
    private final CheckBox chosen = new CheckBox();
    private final TextField name;
    private final List<MoveLine> moves;

    /// @param movable whether keys can be moved into the store of secrets
    DraftRow(ServerDraft draft, boolean choose, boolean movable, Runnable changed) {
        super(2);
        this.draft = draft;
        this.name = new TextField(draft.name());
        getStyleClass().add("draft-row");
        chosen.setSelected(choose && draft.usable());
        chosen.setDisable(!draft.usable());
        chosen.setAccessibleText("Add " + draft.name());
        name.setAccessibleText("Name of the server");
        name.setPrefColumnCount(14);
        name.setMinWidth(Region.USE_PREF_SIZE);
        String whole = VisibleText.strict(describe());
        Label what = new Label(whole);
        what.setTooltip(new Tooltip(whole));
        what.getStyleClass().addAll("monospaced", Styles.TEXT_SMALL);
        what.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(8, chosen, name, what);
        line.getStyleClass().add("center-line");
        getChildren().add(line);
        if (draft.disabled()) {
            remark("Switched off where it comes from.");
        }
        ServerConfig config = draft.config();
        moves =
                !movable || config == null
                        ? List.of()
                        : KeyMove.in(config).stream().map(MoveLine::new).toList();
        List<String> replaced = moves.stream().map(m -> m.move().remark()).toList();
        draft.remarks().stream().filter(r -> !replaced.contains(r)).forEach(this::remark);
        getChildren().addAll(moves);
        chosen.selectedProperty().subscribe(changed);
        name.textProperty().subscribe(changed);
    }

    private void remark(String text) {
        Label label = new Label(VisibleText.of(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.WARNING, Styles.TEXT_SMALL, "draft-remark");
        getChildren().add(label);
    }

    void focus() {
        chosen.requestFocus();
    }

    boolean isUsable() {
        return draft.usable();
    }

    void choose(boolean choose) {
        chosen.setSelected(choose && draft.usable());
    }

    boolean isChosen() {
        return chosen.isSelected();
    }

    /// What was typed and ticked here.
    Choice choice() {
        return new Choice(name.getText(), isChosen(), moved());
    }

    /// @param name what stands in the field, which may be blank
    record Choice(String name, boolean chosen, List<KeyMove> moved) {}

    /// The keys that are to go into the store of secrets.
    List<KeyMove> moved() {
        return moves.stream().filter(MoveLine::isMoved).map(MoveLine::move).toList();
    }

    String nameInText() {
        return draft.name();
    }

    void restore(Choice choice) {
        name.setText(choice.name());
        choose(choice.chosen());
        moves.forEach(line -> line.setMoved(choice.moved().contains(line.move())));
    }

    boolean isNameless() {
        return name.getText().isBlank();
    }

    /// The entry under the name that stands in the field.
    ServerDraft draft() {
        String named = name.getText().strip();
        ServerConfig config = ServerTrees.named(Objects.requireNonNull(draft.config()), named);
        return new ServerDraft(named, config, draft.remarks(), draft.disabled());
    }

    private String describe() {
        return switch (draft.config()) {
            case ServerConfig.Stdio stdio ->
                    CommandLine.of(
                            Stream.concat(Stream.of(stdio.command()), stdio.arguments().stream())
                                    .toArray(String[]::new));
            case ServerConfig.Http http -> EntryReader.written(http.url());
            case null -> "cannot be used";
        };
    }
}
