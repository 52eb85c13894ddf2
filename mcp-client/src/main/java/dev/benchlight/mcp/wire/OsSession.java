package dev.benchlight.mcp.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Sessions of the operating system, in its sense of the word: on Linux a server starts in one of
/// its own, by `setsid`, so that what it leaves behind is known by it. That also keeps a Ctrl+C in
/// our terminal from ending the server before it was told. Elsewhere there are none.
final class OsSession {
    private static final List<Path> SETSID =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private OsSession() {}

    /// What to put before a command so that it leads a session, or nothing.
    static List<String> launcher() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return List.of();
        }
        return SETSID.stream().filter(Files::isExecutable).map(Path::toString).limit(1).toList();
    }

    /// The processes in the session that a process leads or led.
    static Stream<ProcessHandle> members(long leader) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        ProcStat.of(process.pid())
                                .filter(stat -> stat.session() == leader)
                                .isPresent());
    }
}
