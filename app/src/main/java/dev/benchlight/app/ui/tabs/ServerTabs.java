package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.PinnedRevisions;
import dev.benchlight.app.ui.debugger.SignInSection;
import dev.benchlight.app.ui.doctor.ChangesSection;
import dev.benchlight.app.ui.doctor.FindingsSection;
import dev.benchlight.app.ui.extensions.ExtensionsSection;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.secrets.KeptSecrets;
import dev.benchlight.app.ui.server.CapabilitiesSection;
import dev.benchlight.app.ui.server.ConnectionSection;
import dev.benchlight.app.ui.server.InstructionsSection;
import dev.benchlight.app.ui.server.ListingsSection;
import dev.benchlight.app.ui.server.LogSection;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.app.ui.server.ServerTab;
import dev.benchlight.app.ui.server.SubscriptionsSection;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.ui.tasks.TasksSection;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Builds the tabs of servers, and leaves all others to another factory. JavaFX thread only.
public final class ServerTabs implements TabFactory {
    private final TabServices services;
    private final PinnedRevisions pins;
    private final Checkups checkups;
    private final Function<Connection, List<ServerSection>> more;
    private final TabFactory others;
    private final SignIns signIns;
    private final KeptSecrets kept;

    /// @param kept tells where tokens are kept
    /// @param more sections of other features, made anew for each tab
    public ServerTabs(
            TabServices services,
            PinnedRevisions pins,
            Checkups checkups,
            SignIns signIns,
            KeptSecrets kept,
            Function<Connection, List<ServerSection>> more,
            TabFactory others) {
        this.signIns = signIns;
        this.kept = kept;
        this.services = services;
        this.pins = pins;
        this.checkups = checkups;
        this.more = more;
        this.others = others;
    }

    @Override
    public TabContent open(Connection connection, Place place, String draft) {
        return place instanceof Place.ServerPlace
                ? new ServerTab(
                        connection,
                        services.batcher(),
                        services.workbench(),
                        sections(connection),
                        draft)
                : others.open(connection, place, draft);
    }

    private List<ServerSection> sections(Connection connection) {
        List<ServerSection> sections = new ArrayList<>(own(connection));
        sections.addAll(more.apply(connection));
        return sections;
    }

    /// What there is to show of every server, from top to bottom, as one asks when something is
    /// wrong: may it be used, what is it, what is wrong with it, what does it offer and say, what
    /// goes on.
    private List<ServerSection> own(Connection connection) {
        String name = connection.entry().name();
        FxBatcher batcher = services.batcher();
        return List.of(
                new SignInSection(connection, signIns, batcher, services.workbench(), kept),
                new ConnectionSection(connection, services, pins),
                new ChangesSection(name, checkups, batcher, services.workbench()),
                new FindingsSection(name, checkups, batcher, services.workbench()),
                new ListingsSection(connection),
                new InstructionsSection(name, services),
                new CapabilitiesSection(connection, services),
                new ExtensionsSection(connection),
                new TasksSection(connection, services),
                new LogSection(connection, services),
                new SubscriptionsSection(connection, services));
    }
}
