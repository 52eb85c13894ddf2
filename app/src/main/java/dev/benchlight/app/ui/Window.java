package dev.benchlight.app.ui;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.palette.Palette;
import dev.benchlight.app.ui.servers.AddServerPane;
import dev.benchlight.app.ui.servers.Offers;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.servers.ServersPane;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SettingsPane;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.trace.SpanId;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// Wires the window's parts, and is what features see of it. Lives on the JavaFX thread.
final class Window implements Workbench {
    private final Services services;
    private final TracePanes panes;
    private final MainWindow view;
    private final ServersPane sidebar;
    private final TabArea tabs;
    private final StatusBar status;
    private final Palette palette = new Palette(this::commands);
    private final Toast toast = new Toast();
    private final AtomicBoolean openingDemo = new AtomicBoolean();
    private final ObjectNode settings;
    private Theme theme;

    /// What the window works with.
    ///
    /// @param tabs builds tabs, given the window
    /// @param traces builds what shows traces, given the window
    record Services(
            Connections connections,
            ServerActions actions,
            Dialogs dialogs,
            FxBatcher fx,
            ClientConfigs clients,
            Kept settings,
            Kept openTabs,
            Path dataFolder,
            Function<Workbench, TabFactory> tabs,
            Function<Workbench, TracePanes> traces) {}

    /// What shows traces.
    ///
    /// @param inspect shows a span in `inspector`
    record TracePanes(Node inspector, Node dock, Consumer<SpanId> inspect) {}

    /// A file, and what it said when the program started.
    record Kept(JsonFile file, ObjectNode content) {
        /// Reads the file; waits for the disk.
        static Kept read(JsonFile file) {
            return new Kept(file, file.load());
        }
    }

    Window(String workspace, Services services) {
        this.services = services;
        panes = services.traces().apply(this);
        settings = services.settings().content();
        theme = themeOf(settings.path("theme").asString(""));
        theme.apply();
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> theme.apply());
        EmptyState empty = new EmptyState(this::tryDemo, this::addServer, this::importServers);
        tabs =
                new TabArea(
                        services.connections(),
                        services.tabs().apply(this),
                        services.openTabs().file(),
                        empty);
        sidebar =
                new ServersPane(
                        services.connections(),
                        services.actions(),
                        services.dialogs(),
                        services.fx(),
                        this);
        status = new StatusBar(s -> services.dialogs().problem("Last problem", s, ""));
        TopBar top = new TopBar(workspace, topActions());
        view =
                new MainWindow(
                        new MainWindow.Parts(
                                top,
                                sidebar,
                                tabs,
                                panes.inspector(),
                                panes.dock(),
                                status,
                                palette,
                                toast),
                        settings.path("panes"));
        tabs.running().subscribe(n -> status.running(n.intValue()));
        services.connections().subscribe(all -> services.fx().run(this::count));
        services.connections().subscribeToEach(s -> services.fx().run(() -> changed(s)));
        count();
        restoreTabs();
        countClients(empty);
    }

    Scene scene() {
        Scene scene = new Scene(view, size("width", 1280), size("height", 800));
        scene.getStylesheets()
                .add(Objects.requireNonNull(Window.class.getResource("app.css")).toExternalForm());
        shortcuts().forEach(s -> scene.getAccelerators().put(s.keys(), s.action()));
        return scene;
    }

    /// Ends what the tabs run, and hands over for writing how the window stood.
    void close() {
        tabs.closeAll();
        settings.put("width", view.getWidth()).put("height", view.getHeight());
        settings.set("panes", view.describe());
        services.settings().file().save(settings);
    }

    @Override
    public void open(Place place, String draft) {
        tabs.open(place, draft);
    }

    @Override
    public void inspect(SpanId span) {
        view.showInspector();
        panes.inspect().accept(span);
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
        openingDemo.set(true);
        sidebar.reveal(Demo.NAME);
        services.actions().connect(demo());
    }

    private McpConnection demo() {
        return services.connections()
                .find(Demo.NAME)
                .orElseGet(() -> services.connections().add(Demo.entry()));
    }

    private void restoreTabs() {
        List<SavedTab> saved = SavedTab.read(services.openTabs().content());
        if (saved.stream().anyMatch(t -> t.place().server().equals(Demo.NAME))) {
            demo();
        }
        tabs.restore(saved);
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

    private void countClients(EmptyState empty) {
        Thread.ofVirtual()
                .name("count-clients")
                .start(() -> {
                    int found =
                            services.clients().find().stream()
                                    .mapToInt(f -> f.drafts().size())
                                    .sum();
                    services.fx().run(() -> empty.found(found));
                });
    }

    private void changed(ConnectionSnapshot snapshot) {
        count();
        if (snapshot.state() instanceof SessionState.Failed(String step, var problem)) {
            status.problem(snapshot.entry().name() + ", " + step + ": " + problem.message());
        }
        boolean demoListed =
                snapshot.entry().name().equals(Demo.NAME)
                        && !snapshot.catalogue().tools().items().isEmpty();
        if (demoListed && openingDemo.compareAndSet(true, false)) {
            open(new Place.ToolPlace(Demo.NAME, Demo.FIRST_TOOL), "");
        }
    }

    private void count() {
        List<McpConnection> all = services.connections().all();
        status.connections(all.stream().filter(c -> c.session().isPresent()).count(), all.size());
    }

    private void switchTheme() {
        choose(theme.next());
        toast.show("Theme: " + theme.label());
    }

    private void choose(Theme chosen) {
        theme = chosen;
        theme.apply();
        settings.put("theme", theme.name().toLowerCase(Locale.ROOT));
        services.settings().file().save(settings);
    }

    private void showSettings() {
        services.dialogs()
                .show(
                        "Settings",
                        new SettingsPane(theme, services.dataFolder(), services.fx(), this::choose),
                        () -> {});
    }

    private static Theme themeOf(String name) {
        return switch (name) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> Theme.SYSTEM;
        };
    }

    private List<Palette.Command> commands() {
        List<Palette.Command> all = new ArrayList<>();
        for (Shortcut shortcut : shortcuts()) {
            all.add(
                    new Palette.Command(
                            shortcut.name(),
                            "Action",
                            shortcut.keys().getDisplayText(),
                            shortcut.action()));
        }
        all.add(
                new Palette.Command(
                        "Import servers from another client", "Action", "", this::importServers));
        all.add(new Palette.Command("Try the demo server", "Action", "", this::tryDemo));
        all.add(new Palette.Command("Switch theme", "Action", "", this::switchTheme));
        for (McpConnection connection : services.connections().all()) {
            ConnectionSnapshot snapshot = connection.snapshot();
            String name = snapshot.entry().name();
            all.add(
                    new Palette.Command(
                            "Connect " + name,
                            "Server",
                            "",
                            () -> services.actions().connect(connection)));
            for (Offers.Offer offer : Offers.all(snapshot)) {
                String kind = offer.place().getClass().getSimpleName().replace("Place", "");
                all.add(
                        new Palette.Command(
                                offer.place().name(), kind, name, () -> open(offer.place(), "")));
            }
        }
        return all;
    }

    private List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of("Shortcut+K", "Search or run anything", palette::show),
                Shortcut.of("Shortcut+N", "Add a server", this::addServer),
                Shortcut.of("Shortcut+W", "Close the tab", tabs::closeSelected),
                Shortcut.of("Shortcut+Tab", "Next tab", () -> tabs.step(1)),
                Shortcut.of("Shortcut+Shift+Tab", "Previous tab", () -> tabs.step(-1)),
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
                this::switchTheme,
                this::showSettings,
                this::showShortcuts);
    }

    private MainWindow view() {
        return view;
    }

    private void showShortcuts() {
        services.dialogs().show("Keyboard shortcuts", Shortcut.table(shortcuts()), () -> {});
    }
}
