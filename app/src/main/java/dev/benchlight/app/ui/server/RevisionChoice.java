package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.PinnedRevisions;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.Revision;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which revision to speak with one server. JavaFX thread only.
final class RevisionChoice {
    private static final String FOUND_OUT = "Find out";

    private final Connection connection;
    private final TabServices services;
    private final PinnedRevisions pins;
    private final ComboBox<String> box = new ComboBox<>();
    private final Button again = new Button("Connect anew");
    private final HBox node = new HBox(6, box, again);
    private boolean quiet;

    RevisionChoice(Connection connection, TabServices services, PinnedRevisions pins) {
        this.connection = connection;
        this.services = services;
        this.pins = pins;
        List<String> choices = new ArrayList<>(List.of(FOUND_OUT));
        for (Revision revision : List.of(Revision.values()).reversed()) {
            choices.add("Pin " + revision.version());
        }
        box.setItems(FXCollections.observableList(choices));
        box.setId("pinned-revision");
        box.getStyleClass().add("small");
        box.setAccessibleText("Revision to speak");
        box.setTooltip(
                Tip.of("A pinned revision is spoken from the next connection on, whatever comes"));
        box.valueProperty().subscribe((_, now) -> chosen(now));
        again.getStyleClass().add("small");
        again.setOnAction(_ -> services.workbench().connect(connection, true, () -> {}));
        node.getStyleClass().add("center-line");
        shown(false);
        show();
    }

    Node node() {
        return node;
    }

    /// Shows what is pinned now.
    void show() {
        quiet = true;
        box.setValue(
                pins.of(connection.entry().name())
                        .map(revision -> "Pin " + revision.version())
                        .orElse(FOUND_OUT));
        quiet = false;
    }

    private void chosen(String choice) {
        if (quiet || choice == null) {
            return;
        }
        Optional<Revision> revision =
                choice.equals(FOUND_OUT)
                        ? Optional.empty()
                        : Revision.of(choice.substring("Pin ".length()));
        String server = connection.entry().name();
        shown(connection.session().isPresent());
        Thread.ofVirtual()
                .name("pin revision")
                .start(() -> {
                    try {
                        pins.pin(server, revision);
                    } catch (IOException e) {
                        services.batcher()
                                .run(() ->
                                        services.workbench()
                                                .problem(
                                                        "The revision of "
                                                                + server
                                                                + " is pinned until Benchlight ends only: "
                                                                + e.getMessage()));
                    }
                });
    }

    /// What was chosen holds for the next connection; the one there is goes on as it is.
    private void shown(boolean shown) {
        again.setVisible(shown);
        again.setManaged(shown);
    }
}
