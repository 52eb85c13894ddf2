package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.Environment;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.Warning;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a command finds around it: its words, data folder, workspace, environment.
final class Surroundings {
    private final Invocation invocation;
    private final Console console;
    private final DataFolder data;
    private @Nullable Workspace workspace;

    private Surroundings(Invocation invocation, Console console, DataFolder data) {
        this.invocation = invocation;
        this.console = console;
        this.data = data;
    }

    static Surroundings of(Invocation invocation, Console console) throws InputException {
        DataFolder data = DataFolder.open(invocation.path("--data"), console.environment());
        return new Surroundings(invocation, console, data);
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
            Path chosen = invocation.path("--workspace");
            if (chosen != null && !java.nio.file.Files.isDirectory(chosen)) {
                throw new InputException(
                        "no-workspace",
                        "There is no folder " + Visible.line(chosen.toString()) + ".");
            }
            workspace =
                    chosen == null
                            ? Workspace.find(console.directory(), data)
                            : Workspace.open(chosen);
        }
        return workspace;
    }

    Environment environment() throws InputException {
        return workspace().environment(invocation.value("--env"), console.environment());
    }

    TrustStore trust() {
        return TrustStore.open(data);
    }

    /// What is wrong with the data folder and the files read, which did not stop the command.
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        for (String notice : data.notices()) {
            warnings.add(new Warning("data-folder", notice, 1, List.of()));
        }
        if (workspace != null) {
            for (var problem : workspace.snapshot().problems()) {
                warnings.add(new Warning("workspace-file", problem.toString(), 1, List.of()));
            }
        }
        return warnings;
    }
}
