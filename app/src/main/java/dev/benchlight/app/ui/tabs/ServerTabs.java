package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.server.ConnectionSection;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.app.ui.server.ServerTab;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;

import java.util.List;

/// Builds the tabs of servers, and leaves all others to another factory. JavaFX thread only.
public final class ServerTabs implements TabFactory {
    private final TabServices services;
    private final TabFactory others;

    public ServerTabs(TabServices services, TabFactory others) {
        this.services = services;
        this.others = others;
    }

    @Override
    public TabContent open(Connection connection, Place place, String draft) {
        return place instanceof Place.ServerPlace
                ? new ServerTab(
                        connection, services.batcher(), services.workbench(), sections(), draft)
                : others.open(connection, place, draft);
    }

    /// All there is to show of a server, from top to bottom: a line for each section.
    private static List<ServerSection> sections() {
        return List.of(new ConnectionSection());
    }
}
