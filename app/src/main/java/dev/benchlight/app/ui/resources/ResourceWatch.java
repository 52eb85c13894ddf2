package dev.benchlight.app.ui.resources;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.atomic.AtomicBoolean;

/// The button that subscribes to a resource, and what follows from it. A subscription ends with its
/// session. JavaFX thread only.
public final class ResourceWatch {
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
            Connection connection,
            FxBatcher batcher,
            Workbench workbench,
            String uri,
            Runnable changed) {
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
        boolean offered = isOffered(snapshot.state());
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

    private static boolean isOffered(SessionState state) {
        return switch (state) {
            case SessionState.Ready(ServerDescription server) -> isOffered(server);
            case SessionState.Degraded(ServerDescription server, Problem _) -> isOffered(server);
            default -> false;
        };
    }

    private static boolean isOffered(ServerDescription server) {
        return server.json().at("/capabilities/resources/subscribe").asBoolean(false);
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
        McpSession session = connection.session().orElse(null);
        subscribed = session;
        if (session == null) {
            return;
        }
        Thread.ofVirtual()
                .name((subscribe ? "subscribe to " : "unsubscribe from ") + uri)
                .start(() -> {
                    Call<JsonNode> call =
                            subscribe
                                    ? session.subscribe(uri, CallOptions.DEFAULT)
                                    : session.unsubscribe(uri, CallOptions.DEFAULT);
                    if (call.await() instanceof Outcome.NotOk<JsonNode> failure) {
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
