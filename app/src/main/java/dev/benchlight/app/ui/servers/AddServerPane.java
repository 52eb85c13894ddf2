package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.app.workspace.ServerDraft;
import dev.benchlight.app.workspace.ServerPaste;

import javafx.animation.PauseTransition;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Adds servers from pasted text or from the files of other clients, or edits one; shows all that
/// was found before anything is written.
public final class AddServerPane extends VBox {
    private final Saving saving;
    private final Optional<KeyMoves> moves;
    private final Wording wording;
    private final TextArea text = new TextArea();
    private final VBox preview = new VBox(6);
    private final CheckBox all = new CheckBox();
    private final Label problems = new Label();
    private final Button save = new Button();
    private final Button saveAndConnect = new Button();
    private final Button cancel = new Button("Cancel");
    private List<DraftRow> rows = List.of();

    /// What was changed in the preview, by the name in the text: it outlives a change of the text.
    private final Map<String, DraftRow.Choice> choices = new HashMap<>();

    private Runnable close = () -> {};

    /// Writes servers down.
    private interface Saving {
        /// @param done given what went wrong
        void save(List<ServerDraft> chosen, boolean connect, Consumer<List<String>> done);
    }

    /// @param save what the button that saves says
    /// @param most so many servers may be chosen
    private record Wording(String save, long most) {
        static final Wording ADD = new Wording("Add", Long.MAX_VALUE);
        static final Wording EDIT = new Wording("Save", 1);

        String save(long chosen) {
            return save + (chosen > 1 ? " " + chosen + " servers" : "");
        }

        String saveAndConnect(long chosen) {
            return save + (chosen > 1 ? " " + chosen : "") + " and connect";
        }
    }

    private AddServerPane(Saving saving, Optional<KeyMoves> moves, Wording wording) {
        super(10);
        this.moves = moves;
        this.saving = saving;
        this.wording = wording;
        setPrefSize(680, 520);
        problems.setWrapText(true);
        problems.setMinHeight(Region.USE_PREF_SIZE);
        problems.getStyleClass().add(Styles.WARNING);
        problems.managedProperty().bind(problems.textProperty().isNotEmpty());
        ScrollPane scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("preview");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        saveAndConnect.getStyleClass().add(Styles.ACCENT);
        saveAndConnect.setDefaultButton(true);
        save.setOnAction(event -> commit(false));
        saveAndConnect.setOnAction(event -> commit(true));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        all.setId("choose-all");
        all.managedProperty().bind(all.visibleProperty());
        all.setOnAction(event -> chooseAll());
        getChildren()
                .addAll(all, scroll, problems, StageDialogs.buttons(cancel, save, saveAndConnect));
        show(List.of(), List.of());
    }

    /// Opens the dialog to paste into.
    public static void paste(Dialogs dialogs, ServerActions actions) {
        AddServerPane pane = new AddServerPane(actions::add, actions.keyMoves(), Wording.ADD);
        pane.addTextArea("Paste a command, a URL, or the JSON of any MCP client");
        pane.open(dialogs, "Add a server");
    }

    /// Opens the dialog with a server of the workspace in it.
    static void edit(Dialogs dialogs, ServerActions actions, McpConnection connection) {
        AddServerPane pane =
                new AddServerPane(
                        (chosen, connect, done) ->
                                actions.replace(connection, chosen.getFirst(), connect, done),
                        actions.keyMoves(),
                        Wording.EDIT);
        pane.addTextArea("Command, arguments, variables and folder, or URL and header fields");
        pane.text.setText(ServerMenu.json(connection.snapshot().entry().config()));
        pane.parse();
        pane.open(dialogs, "Edit " + VisibleText.name(connection.snapshot().entry().name()));
    }

    /// Opens the dialog with what other clients have.
    public static void importFrom(
            Dialogs dialogs, ServerActions actions, ClientConfigs clients, FxBatcher fx) {
        AddServerPane pane = new AddServerPane(actions::add, actions.keyMoves(), Wording.ADD);
        pane.problems.setText("Looking for the files of other clients…");
        pane.close = dialogs.show("Import from another client", pane, () -> {});
        Thread.ofVirtual()
                .name("find-clients")
                .start(() -> {
                    List<ClientConfigs.Found> found = clients.find();
                    fx.run(() -> pane.showFound(found));
                });
    }

    private void open(Dialogs dialogs, String title) {
        close = dialogs.show(title, this, () -> {});
        text.requestFocus();
        text.positionCaret(0);
    }

    private void addTextArea(String what) {
        Label label = new Label(what);
        label.setLabelFor(text);
        text.setId("paste");
        text.setPromptText(
                "npx -y @modelcontextprotocol/server-everything\n"
                        + "https://example.com/mcp\n"
                        + "{\"mcpServers\": {\"name\": {\"command\": \"…\", \"args\": []}}}");
        text.setPrefRowCount(9);
        text.setWrapText(true);
        text.setMinHeight(140);
        text.getStyleClass().add("monospaced");
        text.setAccessibleText(label.getText());
        PauseTransition pause = new PauseTransition(Duration.millis(150));
        pause.setOnFinished(event -> parse());
        text.textProperty().subscribe(pause::playFromStart);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(0, List.of(label, text));
    }

    /// Enter belongs to the text, so there Ctrl+Enter does what the button does; and Tab leaves it.
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            parse();
            saveAndConnect.fire();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            text.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void parse() {
        ServerPaste paste = ServerPaste.parse(text.getText());
        show(paste.drafts(), paste.problems());
    }

    private void showFound(List<ClientConfigs.Found> found) {
        preview.getChildren().clear();
        List<DraftRow> every = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (ClientConfigs.Found file : found) {
            Label heading = new Label(file.client() + " — " + file.file());
            heading.getStyleClass().add(Styles.TEXT_BOLD);
            heading.setWrapText(true);
            preview.getChildren().add(heading);
            troubles.addAll(file.problems().stream().map(Object::toString).toList());
            for (ServerDraft draft : file.drafts()) {
                DraftRow row = new DraftRow(draft, false, moves.isPresent(), this::refreshButtons);
                every.add(row);
                preview.getChildren().add(row);
            }
        }
        if (found.isEmpty()) {
            preview.getChildren()
                    .add(new Label("No files of other MCP clients were found on this computer."));
        }
        rows = every;
        problems.setText(String.join("\n", troubles));
        refreshButtons();
        if (all.isVisible()) {
            all.requestFocus();
        } else {
            rows.stream().findFirst().ifPresent(DraftRow::focus);
        }
    }

    private void show(List<ServerDraft> drafts, List<String> troubles) {
        // What cannot be used, as half-typed text, was not chosen by anyone.
        rows.stream()
                .filter(DraftRow::isUsable)
                .forEach(row -> choices.put(row.nameInText(), row.choice()));
        rows = drafts.stream().map(this::row).toList();
        preview.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            Label empty = new Label("What is found in the text is shown here before it is saved.");
            empty.getStyleClass().add(Styles.TEXT_MUTED);
            preview.getChildren().add(empty);
        }
        problems.setText(String.join("\n", troubles));
        refreshButtons();
    }

    private DraftRow row(ServerDraft draft) {
        DraftRow row =
                new DraftRow(draft, !draft.disabled(), moves.isPresent(), this::refreshButtons);
        DraftRow.Choice before = choices.get(draft.name());
        if (before != null) {
            row.restore(before);
        }
        return row;
    }

    private void chooseAll() {
        boolean choose = all.isSelected();
        rows.forEach(row -> row.choose(choose));
    }

    private void refreshButtons() {
        long usable = rows.stream().filter(DraftRow::isUsable).count();
        long chosen = rows.stream().filter(DraftRow::isChosen).count();
        boolean named = rows.stream().filter(DraftRow::isChosen).noneMatch(DraftRow::isNameless);
        boolean possible = chosen > 0 && chosen <= wording.most() && named;
        all.setVisible(usable > 1 && usable <= wording.most());
        long others = rows.size() - usable;
        all.setText(
                "All %d servers".formatted(usable)
                        + (others == 0 ? "" : "; %d cannot be used".formatted(others)));
        all.setIndeterminate(chosen > 0 && chosen < usable);
        all.setSelected(chosen == usable);
        save.setText(wording.save(chosen));
        saveAndConnect.setText(wording.saveAndConnect(chosen));
        save.setDisable(!possible);
        saveAndConnect.setDisable(!possible);
        if (chosen > wording.most()) {
            problems.setText("One server is edited here. Add the others as new servers.");
        }
    }

    private void commit(boolean connect) {
        save.setDisable(true);
        saveAndConnect.setDisable(true);
        List<KeyMoves.Chosen> chosen =
                rows.stream()
                        .filter(DraftRow::isChosen)
                        .map(row -> new KeyMoves.Chosen(row.draft(), row.moved()))
                        .toList();
        if (moves.isPresent() && chosen.stream().anyMatch(one -> !one.moves().isEmpty())) {
            moves.get().move(chosen, drafts -> save(drafts, connect), w -> failed(List.of(w)));
        } else {
            save(chosen.stream().map(KeyMoves.Chosen::draft).toList(), connect);
        }
    }

    private void save(List<ServerDraft> drafts, boolean connect) {
        saving.save(
                drafts,
                connect,
                failures -> {
                    if (failures.isEmpty()) {
                        close.run();
                    } else {
                        failed(failures);
                    }
                });
    }

    private void failed(List<String> failures) {
        problems.setText(String.join("\n", failures));
        refreshButtons();
    }
}
