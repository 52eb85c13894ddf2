package dev.benchlight.app.ui;

import dev.benchlight.app.apps.PageFiles;
import dev.benchlight.app.auth.Authorizations;
import dev.benchlight.app.auth.KeptTokens;
import dev.benchlight.app.auth.SystemBrowser;
import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.KnownEras;
import dev.benchlight.app.connections.LoginPath;
import dev.benchlight.app.connections.PinnedRevisions;
import dev.benchlight.app.connections.RestartPause;
import dev.benchlight.app.leftovers.LeftServers;
import dev.benchlight.app.leftovers.RunningServers;
import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.app.snapshots.Snapshots;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.asks.AskServices;
import dev.benchlight.app.ui.asks.AskedSection;
import dev.benchlight.app.ui.asks.AsksPanel;
import dev.benchlight.app.ui.asks.Questions;
import dev.benchlight.app.ui.asks.ServerAnswers;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.history.HistoryPane;
import dev.benchlight.app.ui.result.SystemOutside;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.result.TraceRaw;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.ui.tabs.CallTabs;
import dev.benchlight.app.ui.tabs.Recalled;
import dev.benchlight.app.ui.tabs.RowActions;
import dev.benchlight.app.ui.tabs.ServerTabs;
import dev.benchlight.app.ui.traces.TraceActions;
import dev.benchlight.app.ui.traces.TraceInspector;
import dev.benchlight.app.ui.traces.TracesDock;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.render.standard.StandardRenderers;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The window as a program: what it works with is opened on the calling thread, shown on the JavaFX
/// thread, and closed on the calling thread again once the window is gone.
public final class WindowProgram {
    /// Held, since a logger that nobody holds forgets its filter. JavaFX works from the class path;
    /// it says at each start that it was not made for that.
    private static final java.util.logging.Logger JAVAFX =
            java.util.logging.Logger.getLogger("javafx");

    private final DataFolder data;
    private final Workspace workspace;
    private final TraceStore traces;
    private final Connections connections;
    private final Checkups checkups;
    private final TrustStore trust;
    private final Secrets secrets;
    private final Approvals approvals;
    private final PinnedRevisions pins;
    private final Map<String, String> environment;
    private final Window.Kept settings;
    private final OpenTabs openTabs;
    private final JsonFile choices;
    private final SignIns signIns;
    private final SaveTroubles troubles = new SaveTroubles();
    private final ServerAnswers answers;
    private final Questions questions;
    private final FxBatcher fx = new FxBatcher();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Ends what the panes follow.
    private final List<Runnable> panes = new ArrayList<>();

    private volatile @Nullable Path next;

    WindowProgram(
            @Nullable Path workspaceFolder,
            @Nullable Path dataFolder,
            Map<String, String> environment) {
        this.environment = environment;
        data = DataFolder.open(dataFolder, environment);
        workspace =
                workspaceFolder == null
                        ? Workspace.find(Path.of(""), data)
                        : Workspace.open(workspaceFolder, data);
        Redactor redactor = new Redactor();
        traces =
                data.writable()
                        ? TraceStore.open(data.path(), redactor)
                        : TraceStore.readOnly(data.path(), redactor);
        trust = TrustStore.open(data);
        secrets = Secrets.of(data, environment);
        approvals = new Approvals(workspace, trust, environment, redactor::add, secrets::named);
        SessionOptions options =
                SessionOptions.DEFAULT.with(RunningServers.in(data)).with(KnownEras.in(data));
        choices = file("sign-ins.json");
        signIns = new SignIns(new SystemBrowser(environment)::open, SignInChoices.in(choices));
        Authorizations authorizations =
                new Authorizations(
                        new KeptTokens(secrets),
                        signIns,
                        secret -> redactor.add(List.of(secret)),
                        traces,
                        environment);
        pins = PinnedRevisions.in(data, workspace.folder());
        answers = new ServerAnswers(file("asks.json"), workspace.folder().toString());
        questions = new Questions(answers, traces);
        connections =
                new Connections(
                        LoginPath.of(approvals, environment),
                        (config, listener) ->
                                new McpSession(
                                        config,
                                        authorizations.applied(
                                                pins.applied(config.name(), options), config),
                                        questions.handlers(fingerprint(config.name())),
                                        traces,
                                        listener),
                        RestartPause.REAL);
        checkups = new Checkups(new Snapshots(data));
        connections.subscribeToEach(checkups::see);
        workspace.snapshot().servers().forEach(connections::add);
        settings = Window.Kept.read(file("window.json"));
        openTabs = OpenTabs.open(data.path(), workspace.folder(), troubles);
    }

    /// Opens the window and returns once it is closed and all it started has ended. May be called
    /// once in a process.
    ///
    /// @param workspaceFolder the folder asked for, or null
    /// @param dataFolder the data folder asked for, or null
    /// @param firstFrame if not null, is told of the first frame in a line of JSON, and the window
    ///   closes
    public static void open(
            @Nullable Path workspaceFolder,
            @Nullable Path dataFolder,
            @Nullable Consumer<String> firstFrame)
            throws InterruptedException {
        JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX"));
        // The toolkit starts while the files are read.
        Platform.startup(() -> {});
        // From one workspace to another there is a moment without a window.
        Platform.setImplicitExit(false);
        Path folder = workspaceFolder;
        boolean goesOn = true;
        while (goesOn) {
            WindowProgram program =
                    new WindowProgram(folder, dataFolder, Map.copyOf(System.getenv()));
            program.fx.run(() -> program.show(new Stage(), firstFrame));
            program.awaitEnd();
            folder = program.next();
            goesOn = folder != null;
        }
        Platform.exit();
    }

    /// The workspace the user wants to go on with; null to end. Known once the window is closed.
    @Nullable Path next() {
        return next;
    }

    /// Waits until the window is closed, then ends what it started.
    void awaitEnd() throws InterruptedException {
        closed.await();
        settings.file().flush();
        answers.flush();
        openTabs.close();
        choices.flush();
        connections.close();
        checkups.close();
        traces.close();
    }

    /// What an allowance for a server is bound to; empty for one that there is not. Waits for the
    /// disk.
    private String fingerprint(String server) {
        return connections.find(server).map(c -> approvals.fingerprint(c.entry())).orElse("");
    }

    private AskServices asking(Dialogs dialogs, Workbench workbench) {
        return new AskServices(
                fx,
                dialogs,
                workbench,
                new SystemBrowser(environment)::open,
                this::fingerprint,
                server -> connections.find(server).map(connection -> connection));
    }

    TraceStore traces() {
        return traces;
    }

    Connections connections() {
        return connections;
    }

    void show(Stage stage, @Nullable Consumer<String> firstFrame) {
        Dialogs dialogs = new StageDialogs(stage);
        installFaultHandler(dialogs);
        Window window =
                new Window(
                        services(
                                dialogs,
                                folder -> {
                                    next = folder;
                                    stage.close();
                                }));
        window.servers().follow(checkups);
        stage.setTitle(VisibleText.name(workspace.snapshot().name(), 80) + " – Benchlight");
        for (int size : new int[] {16, 32, 48, 128, 256}) {
            stage.getIcons().add(new Image(icon(size)));
        }
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        Scene scene = window.scene();
        scene.getStylesheets().add(StandardRenderers.stylesheet());
        stage.setScene(scene);
        stage.setOnHidden(event -> {
            window.close();
            panes.forEach(Runnable::run);
            closed.countDown();
        });
        stage.show();
        stage.focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        window.reload();
                    }
                });
        tellNotices(window);
        if (firstFrame != null) {
            new FirstFrame(
                            line -> {
                                firstFrame.accept(line);
                                stage.close();
                            })
                    .start();
        }
    }

    private void tellNotices(Window window) {
        traces.subscribeToNotices(sentence -> fx.run(() -> window.problem(sentence)));
        List<String> notices =
                Stream.of(data.notices(), trust.notices(), traces.notices(), troubles.notices())
                        .flatMap(List::stream)
                        .toList();
        tell(notices, window);
        Thread.ofVirtual()
                .name("left servers")
                .start(() -> {
                    List<String> left = LeftServers.end(data);
                    if (!left.isEmpty()) {
                        List<String> all = Stream.of(notices, left).flatMap(List::stream).toList();
                        fx.run(() -> tell(all, window));
                    }
                });
    }

    private static void tell(List<String> notices, Window window) {
        if (!notices.isEmpty()) {
            window.problem(String.join(" ", notices));
        }
    }

    private Window.Services services(Dialogs dialogs, Consumer<Path> leave) {
        Recalled recalled = new Recalled();
        return new Window.Services(
                connections,
                new ServerActions(connections, workspace, approvals, signIns, dialogs, fx),
                dialogs,
                fx,
                ClientConfigs.of(environment, workspace.folder()),
                settings,
                openTabs,
                troubles,
                places(leave),
                workbench -> tabs(dialogs, workbench, recalled),
                workbench ->
                        tracePanes(
                                new RowActions(connections, fx, dialogs, workbench, recalled),
                                workbench),
                (workbench, counted) ->
                        new AsksPanel(questions, asking(dialogs, workbench), counted));
    }

    private TabFactory tabs(Dialogs dialogs, Workbench workbench, Recalled recalled) {
        PageFiles pages = new PageFiles(data.path().resolve("temp"));
        panes.add(pages::clear);
        TabServices services =
                new TabServices(
                        fx,
                        dialogs,
                        workbench,
                        questions,
                        StandardRenderers.registry(),
                        new TraceRaw(traces),
                        new SystemOutside(pages));
        signIns.copyTo(page -> fx.run(() -> copy(page, workbench)));
        AskServices asking = asking(dialogs, workbench);
        return new ServerTabs(
                services,
                pins,
                checkups,
                signIns,
                this::kept,
                connection -> List.of(new AskedSection(connection, answers, asking)),
                new CallTabs(services, recalled));
    }

    /// Where tokens are kept, and why not elsewhere.
    private String kept() {
        String place = secrets.place().words();
        return Stream.concat(
                        Stream.of(
                                Character.toUpperCase(place.charAt(0)) + place.substring(1) + "."),
                        secrets.notices().stream())
                .collect(Collectors.joining(" "));
    }

    private static void copy(URI page, Workbench workbench) {
        ClipboardContent content = new ClipboardContent();
        content.putString(page.toString());
        Clipboard.getSystemClipboard().setContent(content);
        workbench.toast("Copied; open it in a browser");
    }

    private Places places(Consumer<Path> leave) {
        return new Places(
                workspace.snapshot().name(),
                workspace.folder(),
                data.path(),
                workspace.snapshot().environments(),
                workspace.snapshot().defaultEnvironment(),
                approvals::chooseEnvironment,
                leave);
    }

    private Window.TracePanes tracePanes(TraceActions actions, Workbench workbench) {
        TraceInspector inspector = new TraceInspector(traces, fx, actions);
        TracesDock dock =
                new TracesDock(
                        traces,
                        fx,
                        actions,
                        inspector::show,
                        span -> {
                            workbench.inspect(span);
                            inspector.focus();
                        });
        inspector.onLeave(dock::focus);
        panes.addAll(List.of(dock::close, inspector::close));
        return new Window.TracePanes(
                inspector.node(),
                dock.node(),
                () -> {
                    HistoryPane history = new HistoryPane(traces, fx, actions, workbench);
                    panes.add(history::close);
                    return history;
                },
                inspector::show);
    }

    private static String icon(int size) {
        return Objects.requireNonNull(
                        WindowProgram.class.getResource("icons/benchlight-" + size + ".png"))
                .toExternalForm();
    }

    private JsonFile file(String name) {
        return new JsonFile(data.path().resolve(name), troubles);
    }

    private void installFaultHandler(Dialogs dialogs) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            StringWriter stack = new StringWriter();
            fault.printStackTrace(new PrintWriter(stack));
            fx.run(() ->
                    dialogs.problem(
                            "Something went wrong in Benchlight",
                            "A fault of Benchlight's own: " + fault,
                            stack.toString()));
        });
    }
}
