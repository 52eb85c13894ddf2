package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ConnectStep;
import dev.benchlight.mcp.McpSession;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A server the user works with: its entry, its session while there is one, and its catalogue.
/// Thread-safe; no method blocks.
public interface Connection {
    ConnectionSnapshot snapshot();

    /// The entry alone, which costs less.
    default ServerEntry entry() {
        return snapshot().entry();
    }

    /// Starts or dials the server, shakes hands and lists what it offers. Has no effect while
    /// connecting or connected.
    void connect();

    /// Ends the session.
    void disconnect();

    /// Lists again what the server offers.
    void refresh();

    /// The newest log messages of the server's, of this session and those before.
    HeardLog logs();

    /// The newest notifications of the server's that are no log messages.
    HeardLog notifications();

    /// Goes on with a listing that ended at a limit.
    ///
    /// @param method such as `tools/list`
    void listMore(String method);

    /// The session, while connected.
    Optional<McpSession> session();

    /// The steps of the latest attempt to connect, also of one that failed.
    default List<ConnectStep> steps() {
        return session().map(session -> session.facts().steps()).orElse(List.of());
    }

    /// Calls `listener` with each new snapshot, on any thread, at most a few times a second for
    /// bursts; it must not block.
    ///
    /// @return ends the subscription
    Runnable subscribe(Consumer<ConnectionSnapshot> listener);

    /// Calls `listener` with the method and the parameters of each notification the server sends,
    /// on a thread of the engine's; it must not block.
    ///
    /// @return ends it
    Runnable onNotification(BiConsumer<String, JsonNode> listener);
}
