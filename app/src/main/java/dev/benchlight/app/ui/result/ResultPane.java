package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Outcome;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Shows what came of a tab's calls: the newest, or an earlier one. JavaFX thread only.
public final class ResultPane extends BorderPane {
    /// What the pane asks of its tab.
    ///
    /// @param reuse puts the arguments of an earlier request into the editor
    /// @param restart ends the connection and connects anew
    /// @param outputSchema what structured content is checked against
    public record Tab(
            Consumer<Request> reuse, Runnable restart, Supplier<Optional<JsonNode>> outputSchema) {}

    private final TabServices services;
    private final CallModel model;
    private final String server;
    private final TabHost host;
    private final Runnable unasked;
    private final Tab tab;
    private final Presenter presenter;
    private final StatusLine status = new StatusLine(new Buttons());
    private final RunningStrip strip = new RunningStrip(this::answer);
    private final StackPane body = new StackPane();
    private final LogTail log;
    private @Nullable Run shown;

    public ResultPane(TabServices services, String server, CallModel model, Tab tab) {
        this.services = services;
        this.model = model;
        this.tab = tab;
        this.server = server;
        this.host = new TabHost(services, server);
        this.presenter = new Presenter(services, () -> new TabHost(services, server));
        this.log = new LogTail(services.batcher()::run, strip::log);
        // It stands in windows of its own too.
        getStylesheets()
                .add(
                        Objects.requireNonNull(ResultPane.class.getResource("result.css"))
                                .toExternalForm());
        getStyleClass().add("result-pane");
        body.getStyleClass().add("result-body");
        body.setMinSize(0, 0);
        setTop(new VBox(status, strip));
        setCenter(body);
        body.getChildren().setAll(Parts.label("The result will stand here.", "muted"));
        model.stateProperty().addListener((_, _, now) -> follow(now));
        status.modeProperty().addListener((_, _, _) -> present());
        unasked = services.asked().subscribe(() -> services.batcher().run(this::followQuestions));
    }

    /// Takes a notification of the server's, on any thread.
    void heard(String method, JsonNode params) {
        log.heard(method, params);
    }

    /// Ends what is being prepared.
    public void close() {
        unasked.run();
        presenter.stop();
        strip.hide();
    }

    private void followQuestions() {
        if (model.stateProperty().get() instanceof CallState.Running running) {
            show(running);
        }
    }

    private void show(CallState.Running running) {
        boolean asked =
                !running.cancelling()
                        && running.trace()
                                .filter(trace -> services.asked().isAskedBy(server, trace))
                                .isPresent();
        if (asked) {
            status.message("Waiting for you", Feather.USER, "warning");
        } else {
            status.message("Running", Feather.LOADER, "accent");
        }
        strip.show(running, asked);
    }

    /// What is asked stands in the main window, where a window above it would be in the way.
    private void answer() {
        if (model.stateProperty().get() instanceof CallState.Running running) {
            if (getScene().getWindow() instanceof Stage window && window.getOwner() != null) {
                window.close();
            }
            running.trace().ifPresent(services.workbench()::answer);
        }
    }

    private void follow(CallState state) {
        if (state instanceof CallState.Running running) {
            show(running);
            body.setOpacity(0.45);
            return;
        }
        strip.hide();
        log.clear();
        strip.log(List.of());
        switch (state) {
            case CallState.Idle _, CallState.Running _ -> body.setOpacity(1);
            case CallState.Invalid(String reason) -> {
                body.setOpacity(1);
                status.message(reason, Feather.ALERT_CIRCLE, "warning");
            }
            case CallState.Done(Run run) -> show(run);
        }
    }

    private void show(Run run) {
        if (shown == null) {
            body.getChildren().setAll(Parts.label("The result is being laid out.", "muted"));
        }
        shown = run;
        status.run(run, model.history().indexOf(run), model.history().size());
        present();
    }

    private void present() {
        Run run = shown;
        if (run == null) {
            return;
        }
        boolean failed =
                run.result().isEmpty() && status.modeProperty().get() != Presenter.Mode.RAW;
        if (failed && run.outcome() instanceof Outcome.NotOk<JsonNode> outcome) {
            presenter.stop();
            put(
                    Parts.scrolled(
                            new FailureView(
                                    outcome,
                                    new FailureView.Actions(
                                            () -> model.run(run.request()),
                                            tab.restart(),
                                            () -> status.modeProperty().set(Presenter.Mode.RAW),
                                            host::openLink))));
            return;
        }
        presenter.show(
                new Presenter.Wish(
                        run, status.modeProperty().get(), tab.outputSchema().get(), this::put));
    }

    private void put(Node node) {
        StackPane.setAlignment(node, javafx.geometry.Pos.TOP_LEFT);
        body.getChildren().setAll(node);
        body.setOpacity(1);
    }

    private final class Buttons implements StatusLine.Actions {
        @Override
        public void inspect() {
            if (shown != null && shown.span() != null) {
                services.workbench().inspect(shown.span());
            }
        }

        @Override
        public void copy() {
            withJson(host::copy);
        }

        @Override
        public void save() {
            String name = shown == null ? "" : shown.request().params().path("name").asString("");
            withJson(json ->
                    host.save(
                            (name.isEmpty() ? "result" : name) + ".json",
                            json.getBytes(StandardCharsets.UTF_8)));
        }

        /// Large results take a while to write, so not here.
        private void withJson(Consumer<String> use) {
            if (shown == null) {
                return;
            }
            shown.result()
                    .ifPresent(json ->
                            Thread.ofVirtual()
                                    .start(() -> {
                                        String text = json.toPrettyString();
                                        services.batcher().run(() -> use.accept(text));
                                    }));
        }

        @Override
        public void flip(int by) {
            int next = model.history().indexOf(shown) + by;
            if (next >= 0 && next < model.history().size()) {
                show(model.history().get(next));
            }
        }

        @Override
        public void reuse() {
            if (shown != null) {
                tab.reuse().accept(shown.request());
            }
        }
    }
}
