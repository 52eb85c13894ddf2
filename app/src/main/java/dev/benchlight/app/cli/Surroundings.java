package dev.benchlight.app.cli;

import dev.benchlight.app.leftovers.LeftServers;
import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.Environment;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a command finds around it: its words, data folder, workspace, environment.
final class Surroundings {
    private final Invocation invocation;
    private final Console console;
    private final DataFolder data;
    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable Workspace workspace;
    private @Nullable Environment environment;
    private final Secrets secrets;

    private Surroundings(Invocation invocation, Console console, DataFolder data) {
        this.invocation = invocation;
        this.console = console;
        this.data = data;
        this.secrets = Secrets.of(data, console.environment());
        data.notices().forEach(notice -> warn("data-folder", notice));
        LeftServers.end(data).forEach(sentence -> warn("left-server", sentence));
    }

    static Surroundings of(Invocation invocation, Console console) throws InputException {
        DataFolder data = DataFolder.open(invocation.path("--data"), console.environment());
        Surroundings around = new Surroundings(invocation, console, data);
        // What was named must be there, also where the target could do without.
        if (invocation.path("--workspace") != null || invocation.value("--env") != null) {
            around.environment();
        }
        return around;
    }

    Invocation invocation() {
        return invocation;
    }

    Console console() {
        return console;
    }

    DataFolder data() {
        return data;
    }

    /// Read only when it is needed: a URL or a typed command needs none.
    Workspace workspace() throws InputException {
        if (workspace == null) {
            Path chosen = existing(invocation.path("--workspace"));
            workspace =
                    chosen == null
                            ? Workspace.find(console.directory(), data)
                            : Workspace.open(chosen, data);
            for (FileProblem problem : workspace.snapshot().problems()) {
                warn("workspace-file", problem.toString());
            }
        }
        return workspace;
    }

    /// The folder, which must be one; null stays null.
    static @Nullable Path existing(@Nullable Path folder) throws InputException {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException(
                    "no-workspace", "There is no folder " + Visible.line(folder.toString()) + ".");
        }
        return folder;
    }

    /// Read once: what is approved is what is used, whatever becomes of its file meanwhile.
    Environment environment() throws InputException {
        if (environment == null) {
            environment =
                    workspace()
                            .environment(invocation.value("--env"), console.environment())
                            .knowing(secrets::named);
        }
        return environment;
    }

    Secrets secrets() {
        return secrets;
    }

    TrustStore trust() {
        TrustStore trust = TrustStore.open(data);
        trust.notices().forEach(notice -> warn("trust", notice));
        return trust;
    }

    /// Approves for good, or, where that cannot be written down, for this run with a warning.
    void approve(TrustStore trust, ServerEntry entry, ServerConfig visible) {
        try {
            trust.approve(entry, visible);
        } catch (IOException e) {
            warn("trust", "The approval could not be saved: " + FileProblem.reason(e) + ".");
        }
    }

    /// For the commands that are about the entry itself.
    void remark(ServerEntry entry) {
        if (entry.disabled()) {
            warn(
                    "server-disabled",
                    "The file of "
                            + entry.name()
                            + " says that it is disabled; it is started only when asked for.");
        }
    }

    private void warn(String code, String sentence) {
        warnings.add(new Warning(code, sentence, 1, List.of()));
    }

    /// What is wrong with the data folder and the files read, which did not stop the command.
    List<Warning> warnings() {
        List<Warning> all = new ArrayList<>(warnings);
        for (String notice : secrets.notices()) {
            all.add(new Warning("secrets", notice, 1, List.of()));
        }
        return all;
    }
}
