package dev.benchlight.app.ui.apps;

import dev.benchlight.app.apps.AppPage;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.result.CallModel;
import dev.benchlight.app.ui.result.CallState;
import dev.benchlight.app.ui.result.ConnectionExchange;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.ResultPane;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.server.FactsPane;
import dev.benchlight.app.ui.server.ServerTab;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// An app: what it declares and what is wrong with that, above its source. It is read anew, and
/// nothing of it runs here. JavaFX thread only.
final class AppPane extends BorderPane {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;

    private final TabServices services;
    private final String server;
    private final CallModel model;
    private final ResultPane source;
    private final FactsPane facts = new FactsPane();
    private final Button open =
            new Button("Open in system browser…", new FontIcon(Feather.EXTERNAL_LINK));
    private Optional<AppFacts> known = Optional.empty();

    AppPane(Connection connection, TabServices services, String uri) {
        this.services = services;
        server = connection.entry().name();
        model = new CallModel(new ConnectionExchange(connection), services.batcher()::run);
        source =
                new ResultPane(
                        services,
                        server,
                        model,
                        new ResultPane.Tab(_ -> {}, () -> {}, Optional::empty));
        getStylesheets()
                .add(
                        Objects.requireNonNull(ServerTab.class.getResource("server.css"))
                                .toExternalForm());
        facts.setPadding(new Insets(8, 12, 8, 12));
        ScrollPane above = new ScrollPane(facts);
        above.setFitToWidth(true);
        above.getStyleClass().add("edge-to-edge");
        SplitPane both = new SplitPane(above, source);
        both.setOrientation(javafx.geometry.Orientation.VERTICAL);
        both.setDividerPositions(0.5);
        open.setDisable(true);
        open.setId("open-app");
        open.setOnAction(_ -> known.ifPresent(this::ask));
        HBox buttons = new HBox(8, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPadding(new Insets(8, 12, 8, 12));
        setCenter(both);
        setBottom(buttons);
        setPrefSize(WIDTH, HEIGHT);
        model.stateProperty().subscribe(this::follow);
        model.run(
                new Request(
                        "resources/read", JsonNodeFactory.instance.objectNode().put("uri", uri)));
    }

    private void follow(CallState state) {
        if (state instanceof CallState.Done(var run)) {
            run.result().ifPresent(this::look);
        }
    }

    /// A page may be long, so it is looked through aside.
    private void look(JsonNode result) {
        Thread.ofVirtual()
                .name("look at app")
                .start(() ->
                        AppPage.in(result)
                                .map(page -> AppFacts.of(server, page))
                                .ifPresent(found -> services.batcher().run(() -> show(found))));
    }

    private void show(AppFacts found) {
        known = Optional.of(found);
        facts.set(found.facts());
        open.setDisable(found.wrapper().isEmpty());
    }

    private void ask(AppFacts found) {
        services.dialogs().ask(found.question(), () -> open(found.wrapper()));
    }

    private void open(String wrapper) {
        Thread.ofVirtual()
                .name("open app")
                .start(() -> {
                    try {
                        services.outside().show(wrapper);
                    } catch (IOException e) {
                        String why = "The app was not opened: " + e.getMessage();
                        services.batcher().run(() -> services.workbench().problem(why));
                    }
                });
    }

    void close() {
        model.cancel();
        source.close();
    }
}
