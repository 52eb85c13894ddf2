package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.app.workspace.ServerDraft;
import dev.benchlight.app.workspace.ServerPaste;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;

/// Adds servers from pasted text or from the files of other clients; shows all that was found
/// before anything is written.
public final class AddServerPane extends VBox {
    private final ServerActions actions;
    private final TextArea text = new TextArea();
    private final VBox preview = new VBox(6);
    private final Label problems = new Label();
    private final Button add = new Button("Add");
    private final Button addAndConnect = new Button("Add and connect");
    private final Button cancel = new Button("Cancel");
    private List<DraftRow> rows = List.of();
    private Runnable close = () -> {};

    private AddServerPane(ServerActions actions) {
        super(10);
        this.actions = actions;
        setPrefSize(640, 520);
        problems.setWrapText(true);
        problems.setMinHeight(Region.USE_PREF_SIZE);
        problems.getStyleClass().add(Styles.WARNING);
        ScrollPane scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        addAndConnect.getStyleClass().add(Styles.ACCENT);
        addAndConnect.setDefaultButton(true);
        add.setOnAction(event -> commit(false));
        addAndConnect.setOnAction(event -> commit(true));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        getChildren().addAll(scroll, problems, StageDialogs.buttons(cancel, add, addAndConnect));
        show(List.of(), List.of());
    }

    /// Opens the dialog to paste into.
    public static void paste(Dialogs dialogs, ServerActions actions) {
        AddServerPane pane = new AddServerPane(actions);
        pane.addTextArea();
        pane.close = dialogs.show("Add a server", pane, () -> {});
        pane.text.requestFocus();
    }

    /// Opens the dialog with what other clients have.
    public static void importFrom(
            Dialogs dialogs, ServerActions actions, ClientConfigs clients, FxBatcher fx) {
        AddServerPane pane = new AddServerPane(actions);
        pane.problems.setText("Looking for the files of other clients…");
        pane.close = dialogs.show("Import from another client", pane, () -> {});
        Thread.ofVirtual()
                .name("find-clients")
                .start(() -> {
                    List<ClientConfigs.Found> found = clients.find();
                    fx.run(() -> pane.showFound(found));
                });
    }

    private void addTextArea() {
        Label label = new Label("Paste a command, a URL, or the JSON of any MCP client");
        label.setLabelFor(text);
        text.setId("paste");
        text.setPromptText(
                "npx -y @modelcontextprotocol/server-everything\n"
                        + "https://example.com/mcp\n"
                        + "{\"mcpServers\": {\"name\": {\"command\": \"…\", \"args\": []}}}");
        text.setPrefRowCount(8);
        text.setMinHeight(120);
        text.getStyleClass().add("monospaced");
        text.setAccessibleText(label.getText());
        PauseTransition pause = new PauseTransition(Duration.millis(150));
        pause.setOnFinished(event -> parse());
        text.textProperty().subscribe(pause::playFromStart);
        getChildren().addAll(0, List.of(label, text));
    }

    private void parse() {
        ServerPaste paste = ServerPaste.parse(text.getText());
        show(paste.drafts(), paste.problems());
    }

    private void showFound(List<ClientConfigs.Found> found) {
        preview.getChildren().clear();
        List<DraftRow> all = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (ClientConfigs.Found file : found) {
            Label heading = new Label(file.client() + " — " + file.file());
            heading.getStyleClass().add(Styles.TEXT_BOLD);
            heading.setWrapText(true);
            preview.getChildren().add(heading);
            troubles.addAll(file.problems().stream().map(Object::toString).toList());
            for (ServerDraft draft : file.drafts()) {
                DraftRow row = new DraftRow(draft, false, this::refreshButtons);
                all.add(row);
                preview.getChildren().add(row);
            }
        }
        if (found.isEmpty()) {
            preview.getChildren().add(new Label("No files of other MCP clients were found."));
        }
        rows = all;
        problems.setText(String.join("\n", troubles));
        refreshButtons();
    }

    private void show(List<ServerDraft> drafts, List<String> troubles) {
        rows =
                drafts.stream()
                        .map(draft -> new DraftRow(draft, !draft.disabled(), this::refreshButtons))
                        .toList();
        preview.getChildren().setAll(rows);
        problems.setText(String.join("\n", troubles));
        refreshButtons();
    }

    private void refreshButtons() {
        long chosen = rows.stream().filter(DraftRow::isChosen).count();
        boolean named = rows.stream().filter(DraftRow::isChosen).noneMatch(DraftRow::isNameless);
        String count = chosen > 1 ? " " + chosen + " servers" : "";
        add.setText("Add" + count);
        addAndConnect.setText(chosen > 1 ? "Add " + chosen + " and connect" : "Add and connect");
        add.setDisable(chosen == 0 || !named);
        addAndConnect.setDisable(chosen == 0 || !named);
    }

    private void commit(boolean connect) {
        add.setDisable(true);
        addAndConnect.setDisable(true);
        actions.add(
                rows.stream().filter(DraftRow::isChosen).map(DraftRow::config).toList(),
                connect,
                failures -> {
                    if (failures.isEmpty()) {
                        close.run();
                    } else {
                        problems.setText(String.join("\n", failures));
                        refreshButtons();
                    }
                });
    }
}
