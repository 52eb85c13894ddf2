package dev.benchlight.app.bench;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.result.CallModel;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.result.RawSource;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.ResultPane;
import dev.benchlight.app.ui.result.ScriptedExchange;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.render.standard.StandardRenderers;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// The real result view in a window of its own, fed by a server in memory. For other threads than
/// JavaFX's.
final class ResultStage implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final FxHeartbeat heart;
    private final ScriptedExchange server = new ScriptedExchange();
    private final CallModel model;
    private final Stage stage;

    /// @param raw the exact bytes of the answer, for the Raw view
    ResultStage(FxHeartbeat heart, RawSource raw) {
        this.heart = heart;
        FxBatcher batcher = new FxBatcher();
        model = new CallModel(server, batcher::run);
        stage = heart.on(() -> open(batcher, raw));
        heart.awaitFrames(10);
    }

    private Stage open(FxBatcher batcher, RawSource raw) {
        TabServices quiet = new QuietServices().on(batcher);
        TabServices services =
                new TabServices(
                        batcher,
                        quiet.dialogs(),
                        quiet.workbench(),
                        quiet.asked(),
                        quiet.renderers(),
                        raw,
                        quiet.outside());
        ResultPane.Tab tab = new ResultPane.Tab(_ -> {}, () -> {}, Optional::empty);
        Scene scene = new Scene(new ResultPane(services, "bench", model, tab), 800, 700);
        for (var sheet :
                new URL[] {
                    ResultPane.class.getResource("/dev/benchlight/app/ui/app.css"),
                    ResultPane.class.getResource("result.css")
                }) {
            scene.getStylesheets().add(Objects.requireNonNull(sheet).toExternalForm());
        }
        scene.getStylesheets().add(StandardRenderers.stylesheet());
        Theme.LIGHT.apply();
        Stage window = new Stage();
        window.setScene(scene);
        window.show();
        return window;
    }

    /// Answers a call with `result`, and waits until a new node of the style class `shown` was
    /// drawn.
    void answer(JsonNode result, String shown) throws TimeoutException {
        Optional<Node> before = heart.on(() -> find(shown));
        heart.on(() -> {
            model.run(new Request("tools/call", JsonNodeFactory.instance.objectNode()));
            return 0;
        });
        server.answer(new Outcome.Ok<>(result));
        await(shown, before);
    }

    /// Changes to another view of the result: "Rendered", "Tree", "Raw", or one of a part's own,
    /// such as "Text".
    void view(String title, String shown) throws TimeoutException {
        Optional<Node> before = heart.on(() -> find(shown));
        heart.on(() -> {
            stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                    .filter(node -> node instanceof ToggleButton b && title.equals(b.getText()))
                    .forEach(node -> ((ToggleButton) node).fire());
            return 0;
        });
        await(shown, before);
    }

    private void await(String shown, Optional<Node> before) throws TimeoutException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (heart.on(() -> find(shown).isEmpty() || find(shown).equals(before))) {
            heart.awaitFrames(1);
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("no " + shown);
            }
        }
        heart.awaitFrames(2);
    }

    private Optional<Node> find(String styleClass) {
        return Optional.ofNullable(stage.getScene().getRoot().lookup("." + styleClass))
                .filter(node -> node.getLayoutBounds().getHeight() > 0);
    }

    @Override
    public void close() {
        heart.on(() -> {
            stage.close();
            return 0;
        });
    }
}
