package dev.benchlight.app.ui;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Sessions;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.workspace.ClientConfigs;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.trace.TraceRecorder;

import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The window's start: `--workspace DIR`, `--data DIR`, `--exit-when-shown`.
public final class WorkbenchApplication extends Application {
    private static final System.Logger LOG = System.getLogger(WorkbenchApplication.class.getName());

    private @Nullable Connections connections;
    private @Nullable Window window;

    @Override
    public void start(Stage stage) {
        Map<String, String> process = System.getenv();
        Path dataChosen = option("--data");
        Path workspaceChosen = option("--workspace");
        DataFolder data = DataFolder.open(dataChosen, process);
        Workspace workspace =
                workspaceChosen == null
                        ? Workspace.find(Path.of(""), data)
                        : Workspace.open(workspaceChosen);
        Approvals approvals = new Approvals(workspace, TrustStore.open(data), process);
        Sessions sessions =
                (config, listener) ->
                        new McpSession(
                                config,
                                SessionOptions.DEFAULT,
                                ClientHandlers.NONE,
                                TraceRecorder.NONE,
                                listener);
        Connections all = new Connections(approvals, sessions);
        connections = all;
        workspace.snapshot().servers().forEach(all::add);
        FxBatcher fx = new FxBatcher();
        Dialogs dialogs = new StageDialogs(stage);
        installFaultHandler(fx, dialogs);
        ServerActions actions = new ServerActions(all, workspace, approvals, dialogs, fx);
        Window built =
                new Window(
                        workspace.snapshot().name(),
                        new Window.Services(
                                all,
                                actions,
                                dialogs,
                                fx,
                                ClientConfigs.of(process, workspace.folder()),
                                file(data, "window.json"),
                                file(data, "tabs.json"),
                                workbench -> (connection, place, draft) -> new PlainTab(place),
                                new Label("No trace is selected."),
                                new Label("No traces yet."),
                                span -> {}));
        window = built;
        stage.setTitle("Benchlight");
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setScene(built.scene());
        stage.show();
        data.notices().forEach(built::problem);
        if (getParameters().getRaw().contains("--exit-when-shown")) {
            new FirstFrame(WorkbenchApplication::printAndExit).start();
        }
    }

    /// Runs after the window is gone; ends all sessions at once.
    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        if (connections != null) {
            connections.close();
        }
    }

    private static JsonFile file(DataFolder data, String name) {
        return new JsonFile(
                data.path().resolve(name),
                trouble -> LOG.log(System.Logger.Level.WARNING, trouble));
    }

    private @Nullable Path option(String name) {
        List<String> raw = getParameters().getRaw();
        int at = raw.indexOf(name);
        return at < 0 || at + 1 >= raw.size() ? null : Path.of(raw.get(at + 1));
    }

    private static void installFaultHandler(FxBatcher fx, Dialogs dialogs) {
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

    private static void printAndExit(String line) {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(line);
        System.exit(0);
    }
}
