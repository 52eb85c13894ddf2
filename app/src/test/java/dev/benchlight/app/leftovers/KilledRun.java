package dev.benchlight.app.leftovers;

import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.mcp.wire.ServerMark;
import dev.benchlight.mcp.wire.ServerProcesses;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A run of the program that was killed.
public final class KilledRun {
    private KilledRun() {}

    static ProcessMark mark() throws IOException {
        Process run = new ProcessBuilder("sleep", "600").start();
        ProcessMark mark = ProcessMark.of(run.toHandle());
        run.destroyForcibly().onExit().join();
        return mark;
    }

    /// Leaves a process behind as if it were a server that does not notice.
    public static void leave(Path dataFolder, String server, Process process) throws IOException {
        ServerProcesses processes =
                new ServerProcesses(
                        ServerMark.NONE, false, List.of(ProcessMark.of(process.toHandle())));
        new RunningServers(dataFolder, mark()).starting(server, ServerMark.NONE).seen(processes);
    }
}
