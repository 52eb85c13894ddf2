package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the server logs, and from which level on it is asked to. JavaFX thread only.
public final class LogSection implements ServerSection {
    private static final String AS_IT_IS = "as the server chooses";
    private static final String NOTHING = "nothing";

    private final Connection connection;
    private final TabServices services;
    private final ComboBox<String> level = new ComboBox<>();
    private final Label how = new Label();
    private final HeardList list;
    private final VBox node;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private boolean quiet;

    public LogSection(Connection connection, TabServices services) {
        this.connection = connection;
        this.services = services;
        list = new HeardList(connection.logs(), services.batcher(), "Log messages", true);
        Label name = new Label("Ask for");
        name.setLabelFor(level);
        level.setId("log-level");
        level.setAccessibleText("Log level to ask the server for");
        level.getStyleClass().add("small");
        level.valueProperty().subscribe((_, chosen) -> choose(chosen));
        how.getStyleClass().add("section-summary");
        HBox line = new HBox(8, name, level, how);
        line.getStyleClass().add("center-line");
        node = new VBox(6, line, list);
    }

    @Override
    public String title() {
        return "Log";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return connection.logs().total() > 0
                || Described.server(snapshot).filter(s -> s.has("logging")).isPresent();
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        Optional<ServerDescription> server = Described.server(snapshot);
        boolean modern = server.filter(s -> s.revision().era() == Era.MODERN).isPresent();
        boolean offered = server.filter(s -> s.has("logging")).isPresent();
        Optional<String> asked = connection.session().flatMap(s -> s.facts().logLevel());
        String unasked = modern ? NOTHING : AS_IT_IS;
        quiet = true;
        List<String> choices = new ArrayList<>(HeardModel.LEVELS);
        // An older server cannot be told to choose by itself again.
        if (modern || asked.isEmpty()) {
            choices.addFirst(unasked);
        }
        if (!choices.equals(level.getItems())) {
            level.getItems().setAll(choices);
        }
        level.setValue(asked.orElse(unasked));
        quiet = false;
        level.setDisable(!offered);
        how.setText(
                !offered
                        ? "The server declares no logging."
                        : modern
                                ? "goes with each request (logLevel in _meta)"
                                : "is sent at once (logging/setLevel)");
        long total = connection.logs().total();
        summary.set(
                total == 0
                        ? "none"
                        : String.format(Locale.ROOT, "%,d, %s", total, asked.orElse(unasked)));
    }

    private void choose(String chosen) {
        Optional<McpSession> session = connection.session();
        if (quiet || chosen == null || session.isEmpty() || chosen.equals(AS_IT_IS)) {
            return;
        }
        String wanted = chosen.equals(NOTHING) ? "" : chosen;
        Thread.ofVirtual()
                .name("log level")
                .start(() -> {
                    Outcome<JsonNode> outcome =
                            session.get().setLogLevel(wanted, CallOptions.DEFAULT).await();
                    services.batcher().run(() -> done(outcome));
                });
    }

    private void done(Outcome<JsonNode> outcome) {
        if (outcome instanceof Outcome.NotOk<JsonNode> failed) {
            services.workbench()
                    .problem("The log level was not set: " + failed.problem().message());
        }
        show(connection.snapshot());
    }

    @Override
    public void close() {
        list.close();
    }
}
