package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.connections.HeardLog;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A connection that is what the test says.
public final class FakeConnection implements Connection {
    private final ServerEntry entry =
            new ServerEntry(
                    new ServerConfig.Http("demo", URI.create("http://127.0.0.1/mcp"), Map.of()),
                    null,
                    ServerEntry.Origin.BUILT_IN);
    private final List<Consumer<ConnectionSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, JsonNode>> hearing = new CopyOnWriteArrayList<>();
    private final HeardLog logs = new HeardLog();
    private final HeardLog notifications = new HeardLog();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<McpSession> session = Optional.empty();
    private volatile ConnectionSnapshot snapshot =
            new ConnectionSnapshot(
                    entry, new SessionState.Closed(), Catalogue.EMPTY, List.of(), List.of());

    /// Connected, with these tools.
    public void ready(String... tools) {
        List<Tool> items =
                List.of(tools).stream()
                        .map(text -> new Tool(JsonMapper.shared().readTree(text)))
                        .toList();
        Catalogue catalogue =
                new Catalogue(
                        new Listing<>(items, List.of(), List.of(), true),
                        Catalogue.EMPTY.prompts(),
                        Catalogue.EMPTY.resources(),
                        Catalogue.EMPTY.templates(),
                        true);
        ready(
                new ServerDescription(Revision.LATEST_LEGACY, JsonMapper.shared().readTree("{}")),
                catalogue);
    }

    /// Connected to a server that says this of itself and has this catalogue.
    public void ready(ServerDescription server, Catalogue catalogue) {
        snapshot =
                new ConnectionSnapshot(
                        entry, new SessionState.Ready(server), catalogue, List.of(), List.of());
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    @Override
    public ConnectionSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void connect() {}

    @Override
    public void disconnect() {}

    @Override
    public void refresh() {}

    @Override
    public HeardLog logs() {
        return logs;
    }

    @Override
    public HeardLog notifications() {
        return notifications;
    }

    @Override
    public void listMore(String method) {
        asked.add("more of " + method);
    }

    /// What was asked of it.
    public List<String> asked() {
        return asked;
    }

    @Override
    public Optional<McpSession> session() {
        return session;
    }

    /// Has this session from now on.
    public void over(McpSession connected) {
        session = Optional.of(connected);
    }

    /// How many listen to its notifications.
    public int listening() {
        return hearing.size();
    }

    /// As if the server sent this.
    public void says(String method, String params) {
        JsonNode json = JsonMapper.shared().readTree(params);
        (method.equals("notifications/message") ? logs : notifications).take(method, json);
        hearing.forEach(listener -> listener.accept(method, json));
    }

    @Override
    public Runnable onNotification(BiConsumer<String, JsonNode> listener) {
        hearing.add(listener);
        return () -> hearing.remove(listener);
    }

    @Override
    public Runnable subscribe(Consumer<ConnectionSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
