package dev.benchlight.app.ui;

import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.ServerTrees;
import dev.benchlight.mcp.wire.ServerConfig;

import java.util.Optional;

/// The demo server of the program itself among the connections. Where the workspace has a server of
/// that name, it takes another: what the workspace names is the user's. Lives on one thread.
final class EmbeddedDemo {
    static final String OTHER_NAME = "benchlight-demo";

    private final Connections connections;

    EmbeddedDemo(Connections connections) {
        this.connections = connections;
    }

    /// The connection, which is added when it is first asked for.
    McpConnection connection() {
        return found().orElseGet(() -> connections.add(entry(freeName())));
    }

    /// Adds it if it goes by a name for which there is no server.
    void provide(String server) {
        boolean its = server.equals(Demo.NAME) || server.equals(OTHER_NAME);
        if (its && connections.find(server).isEmpty() && found().isEmpty()) {
            connections.add(entry(server));
        }
    }

    /// Whether this is it.
    boolean is(ServerEntry entry) {
        return entry.origin() == ServerEntry.Origin.BUILT_IN;
    }

    private Optional<McpConnection> found() {
        return connections.all().stream().filter(c -> is(c.entry())).findFirst();
    }

    private String freeName() {
        String name = Demo.NAME;
        for (int i = 1; connections.find(name).isPresent(); i++) {
            name = i == 1 ? OTHER_NAME : OTHER_NAME + "-" + i;
        }
        return name;
    }

    private static ServerEntry entry(String name) {
        ServerConfig named = ServerTrees.named(Demo.entry().config(), name);
        return new ServerEntry(named, null, ServerEntry.Origin.BUILT_IN);
    }
}
