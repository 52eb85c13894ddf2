package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.connections.PinnedRevisions;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.result.TabHost;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.ConnectStep;
import dev.benchlight.mcp.EraSource;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionFacts;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which server this is, what is spoken with it, and how that was found out. JavaFX thread only.
public final class ConnectionSection implements ServerSection {
    private static final int SHOWN_OF_ID = 12;

    /// All of it stands in the JSON of the capabilities.
    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_DESCRIPTION = 400;

    private final Connection connection;
    private final TabServices services;
    private final TabHost host;
    private final FactsPane facts = new FactsPane();
    private final Label stepsTitle = new Label("Steps of connecting");
    private final FactsPane steps = new FactsPane();
    private final VBox node = new VBox(8, facts, stepsTitle, steps);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Button open = new Button("Open…");
    private final Button forget = new Button("Forget what is known");
    private final RevisionChoice choice;
    private final ServerIcons icons;
    private String website = "";

    public ConnectionSection(Connection connection, TabServices services, PinnedRevisions pins) {
        this.connection = connection;
        this.services = services;
        host = new TabHost(services, connection.entry().name());
        icons = new ServerIcons(services.batcher());
        choice = new RevisionChoice(connection, services, pins);
        open.getStyleClass().add("small");
        open.setAccessibleText("Open the website in the browser");
        open.setOnAction(_ -> host.openLink(website));
        forget.getStyleClass().add("small");
        forget.setOnAction(_ -> forgetEra());
        stepsTitle.getStyleClass().add("section-subtitle");
    }

    @Override
    public String title() {
        return "Connection";
    }

    @Override
    public Node node() {
        return node;
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
        Optional<ServerDescription> server = Described.server(snapshot);
        Optional<SessionFacts> known = connection.session().map(McpSession::facts);
        List<Fact> all = new ArrayList<>();
        server.ifPresent(s -> all.addAll(implementation(s)));
        all.add(
                Fact.of(
                        "Revision",
                        server.map(s -> s.revision().version()).orElse(""),
                        choice.node()));
        server.ifPresent(s -> all.add(Fact.of("Era", EraWords.of(s.revision().era()))));
        known.ifPresent(k -> all.addAll(era(k)));
        server.ifPresent(s -> all.add(Fact.of("Server's revisions", supported(s))));
        all.addAll(reached(snapshot.entry().config(), known));
        facts.set(all);
        choice.show();
        summary.set(server.map(s -> summary(s, known)).orElse(""));
        List<ConnectStep> taken = connection.steps();
        steps.set(taken.stream().map(ConnectionSection::fact).toList());
        stepsTitle.setVisible(!taken.isEmpty());
        stepsTitle.setManaged(!taken.isEmpty());
    }

    private static String summary(ServerDescription server, Optional<SessionFacts> known) {
        String over = known.map(k -> " over " + k.transport()).orElse("");
        return "MCP " + server.revision().version() + over;
    }

    private List<Fact> implementation(ServerDescription server) {
        String title = VisibleText.name(server.info().path("title").asString(""), LONGEST_NAME);
        String named =
                VisibleText.name((server.name() + " " + server.version()).strip(), LONGEST_NAME);
        String text = server.info().path("description").asString("");
        website = server.info().path("websiteUrl").asString("");
        return List.of(
                Fact.of("Server", title.isEmpty() ? named : title + " (" + named + ")"),
                Fact.of("Description", VisibleText.brief(text, LONGEST_DESCRIPTION)),
                icons.of(server.info().path("icons")),
                isWeb(website) ? Fact.of("Website", website, open) : Fact.of("Website", website));
    }

    private static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "https://", 0, 8)
                || address.regionMatches(true, 0, "http://", 0, 7);
    }

    private List<Fact> era(SessionFacts known) {
        String evidence =
                known.steps().stream()
                        .filter(step -> EraWords.tells(step.name()))
                        .map(step -> step.name() + ": " + step.verdict())
                        .collect(Collectors.joining("\n"));
        String source = known.eraSource().map(EraWords::of).orElse("");
        boolean remembered = known.eraSource().filter(EraSource.REMEMBERED::equals).isPresent();
        return List.of(
                remembered ? Fact.of("Known from", source, forget) : Fact.of("Known from", source),
                Fact.of("Evidence", evidence));
    }

    private void forgetEra() {
        connection
                .session()
                .ifPresent(session -> {
                    Thread.ofVirtual().name("forget era").start(session::forgetEra);
                    services.workbench().toast("Found out anew when it is connected next");
                });
    }

    private static String supported(ServerDescription server) {
        return server.json()
                .path("supportedVersions")
                .valueStream()
                .limit(20)
                .map(version -> version.asString("?"))
                .collect(Collectors.joining(", "));
    }

    private static List<Fact> reached(ServerConfig config, Optional<SessionFacts> known) {
        String transport = known.map(SessionFacts::transport).orElse("");
        String session =
                known.flatMap(SessionFacts::sessionId).map(ConnectionSection::brief).orElse("");
        return switch (config) {
            case ServerConfig.Http http ->
                    List.of(
                            Fact.of("Address", http.url().toString()),
                            Fact.of("Transport", transport),
                            Fact.of("Session id", session));
            case ServerConfig.Stdio stdio ->
                    List.of(
                            Fact.of(
                                    "Command",
                                    CommandLine.of(
                                            Stream.concat(
                                                            Stream.of(stdio.command()),
                                                            stdio.arguments().stream())
                                                    .toArray(String[]::new))),
                            Fact.of("Transport", "stdio"));
        };
    }

    /// A session id can be as good as a password; its beginning is enough to tell it by.
    static String brief(String id) {
        return id.length() <= SHOWN_OF_ID
                ? id
                : id.substring(0, SHOWN_OF_ID) + "… (" + id.length() + " characters)";
    }

    private static Fact fact(ConnectStep step) {
        double millis = step.took().toNanos() / 1e6;
        String took = String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
        return Fact.of(
                step.name(),
                step.verdict() + " · " + took + " · " + Described.exactTime(step.at()));
    }
}
