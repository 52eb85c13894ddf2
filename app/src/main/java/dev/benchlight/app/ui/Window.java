package dev.benchlight.app.ui;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.ui.asks.AsksPanel;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.palette.Palette;
import dev.benchlight.app.ui.servers.AddServerPane;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.servers.ServersPane;
import dev.benchlight.app.ui.servers.StateWord;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.settings.Settings;
import dev.benchlight.app.ui.settings.SettingsPane;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Wires the window's parts, and is what features see of it. Lives on the JavaFX thread.
final class Window implements Workbench {
    private static final String SEARCH = "Search or run anything";

    private final Services services;
    private final TracePanes panes;
    private final AsksPanel asks;
    private final MainWindow view;
    private final TopBar top;
    private final ServersPane servers;
    private final Sidebar sidebar;
    private final EmptyState empty;
    private final TabArea tabs;
    private final StatusBar status;
    private final Palette palette = new Palette(this::commands);
    private final Toast toast = new Toast();
    private final OtherWorkspaces workspaces;
    private final EmbeddedDemo demo;
    private boolean openingDemo;
    private final ObjectNode settings;
    private Theme theme;

    /// What the window works with.
    ///
    /// @param tabs builds tabs, given the window
    /// @param traces builds what shows traces, given the window
    /// @param asks builds what shows questions, given the window and who hears their number
    record Services(
            Connections connections,
            ServerActions actions,
            Dialogs dialogs,
            FxBatcher fx,
            ClientConfigs clients,
            Settings settings,
            OpenTabs openTabs,
            SaveTroubles troubles,
            Places places,
            Function<Workbench, TabFactory> tabs,
            Function<Workbench, TracePanes> traces,
            BiFunction<Workbench, IntConsumer, AsksPanel> asks) {}

    /// What shows traces.
    ///
    /// @param history builds the pane with earlier calls
    /// @param inspect shows a span in `inspector`
    record TracePanes(
            Node inspector, Node dock, Supplier<Node> history, Consumer<SpanId> inspect) {}

    Window(Services services) {
        this.services = services;
        demo = new EmbeddedDemo(services.connections());
        panes = services.traces().apply(this);
        settings = services.settings().content();
        theme = Theme.named(settings.path("theme").asString(""));
        theme.apply();
        empty = new EmptyState(this::tryDemo, this::addServer, this::importServers);
        tabs =
                new TabArea(
                        services.connections(),
                        services.tabs().apply(this),
                        services.openTabs().file(),
                        empty);
        servers =
                new ServersPane(
                        services.connections(),
                        services.actions(),
                        services.dialogs(),
                        services.fx(),
                        this);
        sidebar = new Sidebar(servers, panes.history(), this::addServer);
        status = new StatusBar((title, s) -> services.dialogs().problem(title, s, ""));
        asks = services.asks().apply(this, status::questions);
        status.onQuestions(asks::enter);
        workspaces =
                new OtherWorkspaces(
                        settings,
                        services.places().workspace(),
                        services.places().data().resolve("workspace"),
                        services.dialogs(),
                        services.fx(),
                        services.places().leave());
        top =
                new TopBar(
                        services.places().folder(toast::show, this::reload, workspaces),
                        services.places()
                                .environments(services.settings(), services.dialogs(), toast::show),
                        topActions());
        view =
                new MainWindow(
                        new MainWindow.Parts(
                                top,
                                sidebar,
                                tabs,
                                panes.inspector(),
                                panes.dock(),
                                asks,
                                status,
                                palette,
                                toast),
                        settings.path("panes"));
        follow();
        restoreTabs();
        empty.count(services.clients(), services.fx());
    }

    private void follow() {
        tabs.running().subscribe(n -> status.running(n.intValue()));
        tabs.onSelect(servers::follow);
        services.actions().onRemove(tabs::forget);
        services.troubles().subscribe(s -> services.fx().run(() -> status.unsaved(s)));
        services.connections().subscribe(all -> services.fx().run(this::count));
        services.connections().subscribeToEach(s -> services.fx().run(() -> changed(s)));
        top.themeIs(theme);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::showTheme);
        count();
    }

    Scene scene() {
        Scene scene = new Scene(view, size("width", 1280), size("height", 800));
        scene.getStylesheets()
                .add(Objects.requireNonNull(Window.class.getResource("app.css")).toExternalForm());
        shortcuts().forEach(s -> scene.getAccelerators().put(s.keys(), s.action()));
        view.applyCss();
        tabs.focus();
        return scene;
    }

    ServersPane servers() {
        return servers;
    }

    /// Ends what the tabs run, and hands over for writing how the window stood.
    void close() {
        tabs.closeAll();
        asks.close();
        settings.put("width", view.getWidth()).put("height", view.getHeight());
        settings.set("panes", view.describe());
        services.settings().save();
    }

    @Override
    public void open(Place place, String draft) {
        demo.provide(place.server());
        if (services.connections().find(place.server()).isEmpty()) {
            problem("There is no server named “" + place.server() + "” here now.");
            return;
        }
        tabs.open(place, draft);
    }

    @Override
    public void openAt(Place place, String section) {
        open(place, "");
        tabs.goTo(section);
    }

    @Override
    public void connect(Connection connection, boolean anew, Runnable refused) {
        if (anew && connection instanceof McpConnection server) {
            services.actions().restart(server, refused);
        } else {
            services.actions().connect(connection, refused);
        }
    }

    @Override
    public void inspect(SpanId span) {
        view.showInspector();
        panes.inspect().accept(span);
    }

    @Override
    public void answer(TraceId call) {
        asks.goTo(call);
    }

    @Override
    public void toast(String text) {
        toast.show(text);
    }

    @Override
    public void problem(String sentence) {
        status.problem(sentence);
    }

    private void tryDemo() {
        openingDemo = true;
        McpConnection server = demo.connection();
        servers.reveal(server.entry().name());
        services.actions().connect(server);
        changed(server.snapshot());
    }

    private void restoreTabs() {
        List<SavedTab> saved = services.openTabs().tabs();
        saved.forEach(tab -> demo.provide(tab.place().server()));
        tabs.restore(saved);
        if (services.openTabs().isSecond()) {
            status.note("A second window on this workspace: it keeps tabs of its own.");
        }
    }

    private double size(String name, double otherwise) {
        return Math.clamp(settings.path(name).asDouble(otherwise), 560, 8000);
    }

    private void addServer() {
        AddServerPane.paste(services.dialogs(), services.actions());
    }

    private void importServers() {
        AddServerPane.importFrom(
                services.dialogs(), services.actions(), services.clients(), services.fx());
    }

    /// Reads the workspace's files again; others may have changed them.
    void reload() {
        services.actions().reload(servers::refresh);
    }

    private void changed(ConnectionSnapshot snapshot) {
        count();
        if (snapshot.state() instanceof SessionState.Failed(String step, var problem)) {
            status.problem(snapshot.entry().name(), step + ": " + problem.message());
        } else if (snapshot.state() instanceof SessionState.Ready) {
            status.solved(snapshot.entry().name()::equals);
        }
        if (openingDemo && demo.is(snapshot.entry())) {
            openDemo(snapshot);
        }
    }

    /// Follows the demo server until its first tool can be run.
    private void openDemo(ConnectionSnapshot snapshot) {
        boolean listed = !snapshot.catalogue().tools().items().isEmpty();
        openingDemo = !listed && !(snapshot.state() instanceof SessionState.Failed);
        empty.demoIs(openingDemo ? StateWord.of(snapshot.state()) : "");
        if (listed) {
            open(new Place.ToolPlace(snapshot.entry().name(), Demo.FIRST_TOOL), "");
            tabs.runSelected();
        }
    }

    private void count() {
        List<McpConnection> all = services.connections().all();
        status.connections(all.stream().filter(c -> c.session().isPresent()).count(), all.size());
        status.solved(name -> services.connections().find(name).isEmpty());
    }

    private void showTheme() {
        theme.apply();
        top.themeIs(theme);
    }

    private void choose(Theme chosen) {
        theme = chosen;
        showTheme();
        settings.put("theme", theme.name().toLowerCase(Locale.ROOT));
        services.settings().save();
    }

    private void showSettings() {
        Path data = services.places().data();
        showPane("Settings", new SettingsPane(theme, data, services.fx(), this::choose));
    }

    private void showPane(String title, Region content) {
        Button close = new Button("Close");
        VBox box = new VBox(16, content, StageDialogs.buttons(close));
        Runnable hide = services.dialogs().show(title, box, () -> {});
        close.setOnAction(event -> hide.run());
        close.setCancelButton(true);
    }

    private List<Palette.Command> commands() {
        return Commands.of(
                services.connections(),
                services.actions(),
                this,
                shortcuts().stream().filter(s -> !s.name().equals(SEARCH)).toList(),
                List.of(
                        action("Import servers from another client", this::importServers),
                        action("Try the demo server", this::tryDemo),
                        theme(Theme.DARK),
                        theme(Theme.LIGHT),
                        theme(Theme.SYSTEM),
                        action("Read the workspace's files again", this::reload),
                        action("Open another workspace…", workspaces::choose)));
    }

    private Palette.Command theme(Theme wanted) {
        String name = "Theme: " + wanted.label().toLowerCase(Locale.ROOT);
        return action(name, () -> choose(wanted));
    }

    private static Palette.Command action(String name, Runnable action) {
        return new Palette.Command(name, "", "Action", "", action);
    }

    private List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of("Shortcut+K", SEARCH, palette::show),
                Shortcut.of("Shortcut+Enter", "Run what the tab is about", tabs::runSelected),
                Shortcut.of("Shortcut+N", "Add a server", this::addServer),
                Shortcut.of("Shortcut+W", "Close the tab", tabs::closeSelected),
                Shortcut.of("Shortcut+Tab", "Next tab", () -> tabs.step(1)),
                Shortcut.of("Shortcut+Shift+Tab", "Previous tab", () -> tabs.step(-1)),
                Shortcut.of("Shortcut+1", "Servers", this::showServers),
                Shortcut.of("Shortcut+2", "History", sidebar::showHistory),
                Shortcut.of("Shortcut+Q", "What servers ask", asks::enter),
                Shortcut.of("F6", "Next pane", () -> view.stepPane(1)),
                Shortcut.of("Shift+F6", "Previous pane", () -> view.stepPane(-1)),
                Shortcut.of("Shortcut+J", "Show or hide traces", view::toggleDock),
                Shortcut.of("Shortcut+I", "Show or hide the Inspector", view::toggleInspector),
                Shortcut.of("Shortcut+Comma", "Settings", this::showSettings),
                Shortcut.of("F1", "Keyboard shortcuts", this::showShortcuts));
    }

    private TopBar.Actions topActions() {
        return new TopBar.Actions(
                palette::show,
                () -> view().toggleDock(),
                () -> view().toggleInspector(),
                () -> choose(theme.next()),
                this::showSettings,
                this::showShortcuts);
    }

    private void showServers() {
        sidebar.showServers();
        servers.focusList();
    }

    private MainWindow view() {
        return view;
    }

    private void showShortcuts() {
        showPane("Keyboard shortcuts", Shortcut.table(shortcuts()));
    }
}
