package dev.benchlight.app.leftovers;

import dev.benchlight.app.workspace.AtomicFile;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.mcp.wire.ServerMark;
import dev.benchlight.mcp.wire.ServerProcesses;
import dev.benchlight.mcp.wire.ServerRegister;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// Notes down each server that runs in a file of its own, `running/….json` in the data folder, and
/// takes the file away when the server has ended. Not synced: what outlives this program does not
/// outlive the system. Thread-safe.
public final class RunningServers implements ServerRegister {
    static final String FOLDER = "running";
    private static final System.Logger LOG = System.getLogger(RunningServers.class.getName());

    private final Path folder;
    private final ProcessMark run;

    /// @param run this run of the program
    RunningServers(Path dataFolder, ProcessMark run) {
        this.folder = dataFolder.resolve(FOLDER);
        this.run = run;
    }

    /// Where nothing can be written, nothing is noted down.
    public static ServerRegister in(DataFolder data) {
        return data.writable()
                ? new RunningServers(data.path(), ProcessMark.of(ProcessHandle.current()))
                : ServerRegister.NONE;
    }

    @Override
    public Entry starting(String server, ServerMark mark) {
        Noted entry = new Noted(server, folder.resolve(UUID.randomUUID() + ".json"));
        entry.seen(new ServerProcesses(mark, false, List.of()));
        return entry;
    }

    private final class Noted implements Entry {
        private final String server;
        private final Path file;
        private boolean over;

        Noted(String server, Path file) {
            this.server = server;
            this.file = file;
        }

        @Override
        public synchronized void seen(ServerProcesses processes) {
            if (over) {
                return;
            }
            try {
                AtomicFile.createPrivateFolder(folder);
                AtomicFile.writePrivateUnsynced(
                        file, new RunningServer(run, server, processes).text());
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        server + " is not noted down: if this program is killed, it may stay",
                        e);
            }
        }

        @Override
        public synchronized void ended() {
            over = true;
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The next run finds nothing to end, and deletes it.
                LOG.log(System.Logger.Level.WARNING, file + " could not be deleted", e);
            }
        }
    }
}
