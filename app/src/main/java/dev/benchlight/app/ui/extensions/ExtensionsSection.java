package dev.benchlight.app.ui.extensions;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.server.DescribedSection;
import dev.benchlight.app.ui.server.Fact;
import dev.benchlight.app.ui.server.FactsPane;
import dev.benchlight.mcp.Extensions;
import dev.benchlight.mcp.Extensions.Declared;
import dev.benchlight.mcp.ServerDescription;

import javafx.scene.Node;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What either side declares under `extensions` and `experimental`. JavaFX thread only.
public final class ExtensionsSection extends DescribedSection {
    private static final int MOST_SHOWN = 100;

    private final Connection connection;
    private final FactsPane facts = new FactsPane();

    public ExtensionsSection(Connection connection) {
        super("Extensions");
        this.connection = connection;
    }

    @Override
    public Node node() {
        return facts;
    }

    @Override
    protected String show(ConnectionSnapshot snapshot, ServerDescription server) {
        List<Declared> all =
                connection
                        .session()
                        .map(s -> Extensions.of(s.facts().capabilities(), server))
                        .orElse(List.of());
        facts.set(all.stream().limit(MOST_SHOWN).map(ExtensionsSection::fact).toList());
        long used = all.stream().filter(Declared::negotiated).count();
        String more = all.size() > MOST_SHOWN ? ", the first " + MOST_SHOWN + " shown" : "";
        return used + " of " + all.size() + " in use" + more;
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
}
