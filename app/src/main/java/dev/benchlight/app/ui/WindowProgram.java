package dev.benchlight.app.ui;

import dev.benchlight.app.apps.PageFiles;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.leftovers.LeftServers;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.asks.AskServices;
import dev.benchlight.app.ui.asks.AskedSection;
import dev.benchlight.app.ui.asks.AsksPanel;
import dev.benchlight.app.ui.doctor.ChangesSection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.history.HistoryPane;
import dev.benchlight.app.ui.result.SystemOutside;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.result.TraceRaw;
import dev.benchlight.app.ui.secrets.KeptSecrets;
import dev.benchlight.app.ui.secrets.PassphraseQuestions;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.tabs.CallTabs;
import dev.benchlight.app.ui.tabs.Recalled;
import dev.benchlight.app.ui.tabs.RowActions;
import dev.benchlight.app.ui.tabs.ServerTabs;
import dev.benchlight.app.ui.traces.TraceActions;
import dev.benchlight.app.ui.traces.TraceInspector;
import dev.benchlight.app.ui.traces.TracesDock;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.app.workspace.ClientConfigs;
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
import java.util.stream.Stream;

/// The window as a program: what it works with is opened on the calling thread, shown on the JavaFX
/// thread, and closed on the calling thread again once the window is gone.
public final class WindowProgram {
    /// Held, since a logger that nobody holds forgets its filter. JavaFX works from the class path;
    /// it says at each start that it was not made for that.
    private static final java.util.logging.Logger JAVAFX =
            java.util.logging.Logger.getLogger("javafx");

    private final OpenWorkspace opened;
    private final FxBatcher fx = new FxBatcher();
    private final PassphraseQuestions passphrases = new PassphraseQuestions(fx);
    private final KeptSecrets kept;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Ends what the panes follow.
    private final List<Runnable> panes = new ArrayList<>();

    private volatile @Nullable Path next;

    WindowProgram(
            @Nullable Path workspaceFolder,
            @Nullable Path dataFolder,
            Map<String, String> environment) {
        opened = new OpenWorkspace(workspaceFolder, dataFolder, environment, passphrases);
        kept = new KeptSecrets(opened.secrets, passphrases);
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
            Thread atSignal = new Thread(program.opened::close, "end at a signal");
            Runtime.getRuntime().addShutdownHook(atSignal);
            program.fx.run(() -> program.show(new Stage(), firstFrame));
            program.awaitEnd();
            forget(atSignal);
            folder = program.next();
            goesOn = folder != null;
        }
        Platform.exit();
    }

    /// While the program ends by a signal the hook runs, and cannot be taken back.
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            JAVAFX.fine("ended by a signal");
        }
    }

    /// The workspace the user wants to go on with; null to end. Known once the window is closed.
    @Nullable Path next() {
        return next;
    }

    /// Waits until the window is closed, then ends what it started.
    void awaitEnd() throws InterruptedException {
        closed.await();
        opened.close();
    }

    private AskServices asking(Dialogs dialogs, Workbench workbench) {
        return new AskServices(
                fx,
                dialogs,
                workbench,
                opened.browser::open,
                opened::fingerprint,
                server -> opened.connections.find(server).map(connection -> connection));
    }

    TraceStore traces() {
        return opened.traces;
    }

    Connections connections() {
        return opened.connections;
    }

    void show(Stage stage, @Nullable Consumer<String> firstFrame) {
        Dialogs dialogs = new StageDialogs(stage);
        passphrases.askThrough(dialogs);
        installFaultHandler(dialogs);
        Window window =
                new Window(
                        services(
                                dialogs,
                                folder -> {
                                    next = folder;
                                    stage.close();
                                }));
        window.servers()
                .follow(
                        opened.checkups,
                        name -> window.openAt(new Place.ServerPlace(name), ChangesSection.TITLE));
        stage.setTitle(VisibleText.name(opened.workspace.snapshot().name(), 80) + " – Benchlight");
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
        opened.traces.subscribeToNotices(sentence -> fx.run(() -> window.problem(sentence)));
        List<String> notices = opened.notices();
        tell(notices, window);
        Thread.ofVirtual()
                .name("left servers")
                .start(() -> {
                    List<String> left = LeftServers.end(opened.data);
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
                opened.connections,
                actions(dialogs),
                dialogs,
                fx,
                ClientConfigs.of(opened.environment, opened.workspace.folder()),
                opened.settings,
                opened.openTabs,
                opened.troubles,
                places(leave),
                workbench -> tabs(dialogs, workbench, recalled),
                workbench ->
                        tracePanes(
                                new RowActions(
                                        opened.connections, fx, dialogs, workbench, recalled),
                                workbench),
                (workbench, counted) ->
                        new AsksPanel(opened.questions, asking(dialogs, workbench), counted));
    }

    private ServerActions actions(Dialogs dialogs) {
        ServerActions actions =
                new ServerActions(
                        opened.connections,
                        opened.workspace,
                        opened.approvals,
                        opened.signIns,
                        dialogs,
                        fx);
        actions.moveKeysTo(kept);
        return actions;
    }

    private TabFactory tabs(Dialogs dialogs, Workbench workbench, Recalled recalled) {
        PageFiles pages = new PageFiles(opened.data.path().resolve("temp"));
        panes.add(pages::clear);
        TabServices services =
                new TabServices(
                        fx,
                        dialogs,
                        workbench,
                        opened.questions,
                        StandardRenderers.registry(),
                        new TraceRaw(opened.traces),
                        new SystemOutside(pages));
        opened.signIns.copyTo(page -> fx.run(() -> copy(page, workbench)));
        AskServices asking = asking(dialogs, workbench);
        return new ServerTabs(
                services,
                opened.pins,
                opened.checkups,
                opened.signIns,
                kept,
                connection -> List.of(new AskedSection(connection, opened.answers, asking)),
                new CallTabs(services, recalled));
    }

    private static void copy(URI page, Workbench workbench) {
        ClipboardContent content = new ClipboardContent();
        content.putString(page.toString());
        Clipboard.getSystemClipboard().setContent(content);
        workbench.toast("Copied; open it in a browser");
    }

    private Places places(Consumer<Path> leave) {
        return new Places(
                opened.workspace.snapshot().name(),
                opened.workspace.folder(),
                opened.data.path(),
                opened.workspace.snapshot().environments(),
                opened.workspace.snapshot().defaultEnvironment(),
                opened.approvals::chooseEnvironment,
                leave);
    }

    private Window.TracePanes tracePanes(TraceActions actions, Workbench workbench) {
        TraceInspector inspector = new TraceInspector(opened.traces, fx, actions);
        TracesDock dock =
                new TracesDock(
                        opened.traces,
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
                    HistoryPane history = new HistoryPane(opened.traces, fx, actions, workbench);
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
