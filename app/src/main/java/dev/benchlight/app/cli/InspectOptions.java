package dev.benchlight.app.cli;

import dev.benchlight.app.snapshots.CatalogueDiff;
import dev.benchlight.app.snapshots.CatalogueSnapshot;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.snapshots.Impact;
import dev.benchlight.app.snapshots.Snapshots;
import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HostNames;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The options of `inspect`.
///
/// @param probe whether to probe; null for the servers of this machine only
/// @param failOn the least change that fails the command, or null for none
/// @param file the snapshot to compare with, or null for the one of the data folder
/// @param update whether to accept what there is now
record InspectOptions(
        @Nullable Boolean probe, @Nullable Impact failOn, @Nullable Path file, boolean update) {

    static InspectOptions of(Invocation invocation) throws InputException {
        if (invocation.has("--probe") && invocation.has("--no-probe")) {
            throw new InputException("usage", "Leave one of --probe and --no-probe out.");
        }
        Boolean probe =
                invocation.has("--probe")
                        ? Boolean.TRUE
                        : invocation.has("--no-probe") ? Boolean.FALSE : null;
        return new InspectOptions(
                probe,
                failOn(invocation),
                invocation.path("--snapshot"),
                invocation.has("--update-snapshot"));
    }

    private static @Nullable Impact failOn(Invocation invocation) throws InputException {
        if (!invocation.has("--fail-on-change")) {
            return null;
        }
        String least = invocation.value("--fail-on-change");
        return switch (least == null ? "any" : least) {
            case "any" -> Impact.DESCRIPTION;
            case "behavioural" -> Impact.BEHAVIOURAL;
            case "breaking" -> Impact.BREAKING;
            default ->
                    throw new InputException(
                            "usage",
                            "--fail-on-change takes breaking, behavioural or any; it is "
                                    + Visible.line(String.valueOf(least))
                                    + ".");
        };
    }

    /// Servers of this machine are probed unless the user says no; others only if asked.
    boolean probes(ServerConfig config) {
        if (probe != null) {
            return probe;
        }
        return switch (config) {
            case ServerConfig.Stdio stdio -> true;
            case ServerConfig.Http http -> HostNames.isLoopback(http.url());
        };
    }

    /// Against the snapshot accepted before. The first one is accepted as it is.
    Compared compare(SessionRun run, CatalogueSnapshot now, List<Warning> warnings)
            throws InputException {
        Snapshots kept = new Snapshots(run.around().data());
        ServerConfig config = run.target().entry().config();
        Path place = file == null ? kept.file(config) : file;
        Optional<CatalogueSnapshot> before = file == null ? kept.last(config) : read(file);
        List<Change> changes =
                before.map(last -> CatalogueDiff.between(last, now)).orElse(List.of());
        boolean write = before.isEmpty() || (update && !changes.isEmpty());
        if (write && file != null) {
            write(file, now);
        } else if (write && !kept.accept(config, now)) {
            warnings.add(
                    new Warning(
                            "snapshot-not-kept",
                            "The catalogue could not be kept, so changes of it will not be seen.",
                            1,
                            List.of()));
            place = null;
        }
        String status =
                before.isEmpty()
                        ? "first"
                        : changes.isEmpty() ? "same" : update ? "updated" : "changed";
        return new Compared(status, place, changes);
    }

    private Optional<CatalogueSnapshot> read(Path from) throws InputException {
        if (!Files.exists(from)) {
            if (update) {
                return Optional.empty();
            }
            throw new InputException(
                    "no-snapshot",
                    "There is no snapshot " + Visible.line(from.toString()) + ".",
                    "Add --update-snapshot to write one.");
        }
        try {
            Optional<CatalogueSnapshot> found = Snapshots.read(from);
            if (found.isEmpty()) {
                throw new InputException(
                        "no-snapshot",
                        "The file " + Visible.line(from.toString()) + " holds no snapshot.",
                        "Name another, or delete it and add --update-snapshot.");
            }
            return found;
        } catch (IOException e) {
            throw new InputException(
                    "unreadable-file",
                    "The snapshot "
                            + Visible.line(from.toString())
                            + " cannot be read: "
                            + FileProblem.reason(e)
                            + ".");
        }
    }

    private static void write(Path to, CatalogueSnapshot snapshot) throws InputException {
        try {
            AtomicFile.write(to, snapshot.text());
        } catch (IOException e) {
            throw new InputException(
                    "snapshot-not-kept",
                    "The snapshot "
                            + Visible.line(to.toString())
                            + " cannot be written: "
                            + FileProblem.reason(e)
                            + ".");
        }
    }

    /// Why the command fails for what changed; empty if it does not.
    Optional<Problem> failed(Compared compared) {
        Impact least = failOn;
        if (least == null || compared.status().equals("updated")) {
            return Optional.empty();
        }
        if (compared.status().equals("incomplete")) {
            return Optional.of(
                    Problem.of(
                            "catalogue-incomplete",
                            Layer.LIMIT,
                            "The catalogue could not be compared, since a list of it is not whole."));
        }
        List<Change> grave =
                compared.changes().stream()
                        .filter(change -> change.impact().compareTo(least) <= 0)
                        .toList();
        if (grave.isEmpty()) {
            return Optional.empty();
        }
        String more =
                grave.size() == 1
                        ? ""
                        : String.format(Locale.ROOT, " (and %d more)", grave.size() - 1);
        return Optional.of(
                Problem.of(
                                "catalogue-changed",
                                Layer.PROTOCOL,
                                "The catalogue changed: "
                                        + grave.getFirst().sentence()
                                        + more
                                        + ".")
                        .withHint("Add --update-snapshot to accept it."));
    }
}
