package dev.benchlight.app.ui.extensions;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.server.Fact;
import dev.benchlight.app.ui.server.FactsPane;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.mcp.Extensions;
import dev.benchlight.mcp.Extensions.Declared;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Problem;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/// What either side declares under `extensions` and `experimental`. JavaFX thread only.
public final class ExtensionsSection implements ServerSection {
    private static final int MOST_SHOWN = 100;

    private final Connection connection;
    private final FactsPane facts = new FactsPane();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public ExtensionsSection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public String title() {
        return "Extensions";
    }

    @Override
    public Node node() {
        return facts;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return described(snapshot.state()).isPresent();
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        List<Declared> all =
                described(snapshot.state())
                        .flatMap(server ->
                                connection
                                        .session()
                                        .map(s -> Extensions.of(s.facts().capabilities(), server)))
                        .orElse(List.of());
        facts.set(all.stream().limit(MOST_SHOWN).map(ExtensionsSection::fact).toList());
        long used = all.stream().filter(Declared::negotiated).count();
        String more = all.size() > MOST_SHOWN ? ", the first " + MOST_SHOWN + " shown" : "";
        summary.set(used + " of " + all.size() + " in use" + more);
    }

    private static Fact fact(Declared one) {
        String who =
                one.negotiated()
                        ? "In use"
                        : one.byServer() ? "Only the server" : "Only this client";
        String experimental = one.kind().equals("experimental") ? " · experimental" : "";
        return Fact.of(who, one.id() + experimental + settings(one.server()));
    }

    private static String settings(JsonNode declared) {
        boolean none = declared.isMissingNode() || (declared.isEmpty() && declared.isObject());
        return none ? "" : " · " + declared;
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
