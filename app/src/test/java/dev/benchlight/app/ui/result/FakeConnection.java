package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
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
final class FakeConnection implements Connection {
    private final ServerEntry entry =
            new ServerEntry(
                    new ServerConfig.Http("demo", URI.create("http://127.0.0.1/mcp"), Map.of()),
                    null,
                    ServerEntry.Origin.BUILT_IN);
    private final List<Consumer<ConnectionSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, JsonNode>> hearing = new CopyOnWriteArrayList<>();
    private volatile Optional<McpSession> session = Optional.empty();
    private volatile ConnectionSnapshot snapshot =
            new ConnectionSnapshot(
                    entry, new SessionState.Closed(), Catalogue.EMPTY, List.of(), List.of());

    /// Connected, with these tools.
    void ready(String... tools) {
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
        ServerDescription server =
                new ServerDescription(Revision.LATEST_LEGACY, JsonMapper.shared().readTree("{}"));
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
    public Optional<McpSession> session() {
        return session;
    }

    /// Has this session from now on.
    void over(McpSession connected) {
        session = Optional.of(connected);
    }

    /// As if the server sent this.
    void says(String method, String params) {
        JsonNode json = JsonMapper.shared().readTree(params);
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
