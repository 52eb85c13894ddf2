package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Problem;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which server this is, and what it speaks. JavaFX thread only.
public final class ConnectionSection implements ServerSection {
    private final FactsPane facts = new FactsPane();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    @Override
    public String title() {
        return "Connection";
    }

    @Override
    public Node node() {
        return facts;
    }

    @Override
    public boolean isOpenAtFirst() {
        return true;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        List<Fact> all = new ArrayList<>();
        Optional<ServerDescription> server = described(snapshot.state());
        server.ifPresent(s -> all.addAll(of(s)));
        summary.set(server.map(s -> "MCP " + s.revision().version()).orElse("not connected"));
        facts.set(all);
    }

    private static List<Fact> of(ServerDescription server) {
        return List.of(
                Fact.of("Server", (server.name() + " " + server.version()).strip()),
                Fact.of("Revision", server.revision().version()),
                Fact.of(
                        "Era",
                        server.revision().era() == Era.MODERN
                                ? "modern: no handshake, each request stands alone"
                                : "legacy: a session that begins with initialize"));
    }

    private static Optional<ServerDescription> described(SessionState state) {
        return switch (state) {
            case SessionState.Ready(ServerDescription server) -> Optional.of(server);
            case SessionState.Degraded(ServerDescription server, Problem _) -> Optional.of(server);
            case SessionState.Connecting _, SessionState.Closed _, SessionState.Failed _ ->
                    Optional.empty();
        };
    }
}
