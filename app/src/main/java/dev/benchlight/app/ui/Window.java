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
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.trace.SpanId;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// Wires the window's parts, and is what features see of it. Lives on the JavaFX thread.
final class Window implements Workbench {
    private final Services services;
    private final MainWindow view;
    private final ServersPane sidebar;
    private final TabArea tabs;
    private final StatusBar status;
    private final Palette palette = new Palette(this::commands);
    private final Toast toast = new Toast();
    private final Set<McpConnection> followed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean openingDemo = new AtomicBoolean();
    private final ObjectNode settings;
    private Theme theme;

    /// What the window works with.
    ///
    /// @param tabs builds tabs, given the window
    /// @param inspect shows a span in `inspector`
    record Services(
            Connections connections,
            ServerActions actions,
            Dialogs dialogs,
            FxBatcher fx,
            ClientConfigs clients,
            JsonFile settings,
            JsonFile openTabs,
            Function<Workbench, TabFactory> tabs,
            Node inspector,
            Node dock,
            Consumer<SpanId> inspect) {}

    Window(String workspace, Services services) {
        this.services = services;
        settings = services.settings().load();
        theme = themeOf(settings.path("theme").asString(""));
        theme.apply();
        EmptyState empty = new EmptyState(this::tryDemo, this::addServer, this::importServers);
        tabs =
                new TabArea(
                        services.connections(),
                        services.tabs().apply(this),
                        services.openTabs(),
                        empty);
        sidebar =
                new ServersPane(
                        services.connections(),
                        services.actions(),
                        services.dialogs(),
                        services.fx(),
                        this);
        status = new StatusBar(s -> services.dialogs().problem("Last problem", s, ""));
        TopBar top = new TopBar(workspace, palette::show, this::switchTheme, this::showShortcuts);
        view =
                new MainWindow(
                        new MainWindow.Parts(
                                top,
                                sidebar,
                                tabs,
                                services.inspector(),
                                services.dock(),
                                status,
                                palette,
                                toast));
        tabs.running().subscribe(n -> status.running(n.intValue()));
        services.connections().subscribe(all -> follow());
        follow();
        tabs.restore(services.openTabs().load());
        countClients(empty);
    }

    Scene scene() {
        Scene scene = new Scene(view, 1280, 800);
        KeyCombination.Modifier ctrl = KeyCombination.SHORTCUT_DOWN;
        MainWindow.key(scene, KeyCode.K, palette::show, ctrl);
        MainWindow.key(scene, KeyCode.N, this::addServer, ctrl);
        MainWindow.key(scene, KeyCode.W, tabs::closeSelected, ctrl);
        MainWindow.key(scene, KeyCode.TAB, () -> tabs.step(1), ctrl);
        MainWindow.key(scene, KeyCode.TAB, () -> tabs.step(-1), ctrl, KeyCombination.SHIFT_DOWN);
        MainWindow.key(scene, KeyCode.J, view::toggleDock, ctrl);
        MainWindow.key(scene, KeyCode.I, view::toggleInspector, ctrl);
        MainWindow.key(scene, KeyCode.F6, () -> view.stepPane(1));
        MainWindow.key(scene, KeyCode.F6, () -> view.stepPane(-1), KeyCombination.SHIFT_DOWN);
        MainWindow.key(scene, KeyCode.F1, this::showShortcuts);
        return scene;
    }

    /// Ends what the tabs run and writes what is not written yet.
    void close() {
        tabs.closeAll();
        services.settings().flush();
        services.openTabs().flush();
    }

    @Override
    public void open(Place place, String draft) {
        tabs.open(place, draft);
    }

    @Override
    public void inspect(SpanId span) {
        view.showInspector();
        services.inspect().accept(span);
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
        McpConnection demo =
                services.connections()
                        .find(Demo.NAME)
                        .orElseGet(() -> services.connections().add(Demo.entry()));
        sidebar.reveal(Demo.NAME);
        services.actions().connect(demo);
        follow();
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

    private void follow() {
        for (McpConnection connection : services.connections().all()) {
            if (followed.add(connection)) {
                connection.subscribe(s -> services.fx().run(() -> changed(s)));
            }
        }
        services.fx().run(this::count);
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
        theme = theme.next();
        theme.apply();
        settings.put("theme", theme.name().toLowerCase(Locale.ROOT));
        services.settings().save(settings);
        toast.show("Theme: " + theme.label());
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
        all.add(new Palette.Command("Add a server", "Action", "Ctrl+N", this::addServer));
        all.add(
                new Palette.Command(
                        "Import servers from another client", "Action", "", this::importServers));
        all.add(new Palette.Command("Try the demo server", "Action", "", this::tryDemo));
        all.add(new Palette.Command("Show or hide traces", "Action", "Ctrl+J", view::toggleDock));
        all.add(
                new Palette.Command(
                        "Show or hide the Inspector", "Action", "Ctrl+I", view::toggleInspector));
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

    private void showShortcuts() {
        services.dialogs()
                .problem(
                        "Keyboard shortcuts",
                        """
                        Ctrl+K   search or run anything
                        Ctrl+N   add a server
                        Ctrl+W   close the tab
                        Ctrl+Tab, Ctrl+Shift+Tab   next and previous tab
                        F6, Shift+F6   next and previous pane
                        Ctrl+J   traces
                        Ctrl+I   Inspector
                        F1   this list\
                        """,
                        "");
    }
}
