package dev.benchlight.app.ui.resources;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.result.Exchange;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.atomic.AtomicBoolean;

/// The button that subscribes to a resource, and what follows from it. A subscription ends with its
/// session. JavaFX thread only.
public final class ResourceWatch {
    private final Exchange exchange;
    private final Connection connection;
    private final FxBatcher batcher;
    private final Workbench workbench;
    private final String uri;
    private final Runnable changed;
    private final ToggleButton button = new ToggleButton("Subscribe", new FontIcon(Feather.BELL));
    private final AtomicBoolean queued = new AtomicBoolean();
    private @Nullable McpSession subscribed;

    /// @param changed reads the resource again
    public ResourceWatch(
            Exchange exchange,
            Connection connection,
            FxBatcher batcher,
            Workbench workbench,
            String uri,
            Runnable changed) {
        this.exchange = exchange;
        this.connection = connection;
        this.batcher = batcher;
        this.workbench = workbench;
        this.uri = uri;
        this.changed = changed;
        button.getStyleClass().add("small");
        button.setId("subscribe");
        button.setOnAction(_ -> ask(button.isSelected()));
        follow(connection.snapshot());
    }

    public ToggleButton button() {
        return button;
    }

    /// Follows the connection.
    ///
    /// @return ends that, and the subscription
    public Runnable start() {
        Runnable snapshots = connection.subscribe(snapshot -> batcher.run(() -> follow(snapshot)));
        Runnable notifications = connection.onNotification(this::heard);
        return () -> {
            snapshots.run();
            notifications.run();
            if (button.isSelected()) {
                ask(false);
            }
        };
    }

    private void follow(ConnectionSnapshot snapshot) {
        boolean offered =
                snapshot.state() instanceof SessionState.Ready(var server)
                        && server.json().at("/capabilities/resources/subscribe").asBoolean(false);
        if (button.isSelected()
                && connection.session().filter(s -> s.equals(subscribed)).isEmpty()) {
            button.setSelected(false);
        }
        button.setDisable(!offered);
        button.setTooltip(
                new Tooltip(
                        offered
                                ? "Read it again each time the server says it changed"
                                : "The server is not connected, or offers no subscriptions"));
    }

    /// On a thread of the engine's; a burst is one reading.
    private void heard(String method, JsonNode params) {
        if (method.equals("notifications/resources/updated")
                && params.path("uri").asString("").equals(uri)
                && queued.compareAndSet(false, true)) {
            batcher.run(() -> {
                queued.set(false);
                if (button.isSelected()) {
                    changed.run();
                }
            });
        }
    }

    private void ask(boolean subscribe) {
        subscribed = connection.session().orElse(null);
        String method = subscribe ? "resources/subscribe" : "resources/unsubscribe";
        Request request =
                new Request(method, JsonNodeFactory.instance.objectNode().put("uri", uri));
        Thread.ofVirtual()
                .name(method)
                .start(() -> {
                    Outcome<JsonNode> outcome =
                            exchange.send(request, CallOptions.DEFAULT)
                                    .map(Call::await)
                                    .orElse(null);
                    if (outcome instanceof Outcome.NotOk<JsonNode> failure) {
                        batcher.run(() -> failed(subscribe, failure));
                    }
                });
    }

    private void failed(boolean subscribe, Outcome.NotOk<JsonNode> failure) {
        button.setSelected(!subscribe && button.isSelected());
        workbench.problem(
                (subscribe ? "Not subscribed: " : "Not unsubscribed: ")
                        + failure.problem().message());
    }
}
