package dev.benchlight.mcp.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/// A variable that a server's process is given, and that all which descends from it inherits,
/// whatever becomes of its parents and sessions. The value is random: who has it is of this server,
/// now and after any number of starts of this program. Immutable.
///
/// @param value empty for a server that was given none
public record ServerMark(String value) {
    public static final ServerMark NONE = new ServerMark("");

    public static final String VARIABLE = "BENCHLIGHT_SERVER";

    /// More than Linux lets the arguments and variables of a process take.
    private static final int LONGEST = 8 << 20;

    static ServerMark random() {
        return new ServerMark(UUID.randomUUID().toString());
    }

    /// The processes that were started with it, as far as this user may see their variables. Only
    /// Linux shows them, in `/proc/PID/environ` (proc(5)).
    Stream<ProcessHandle> carriers() {
        return value.isEmpty() || !Files.isDirectory(Path.of("/proc/self"))
                ? Stream.empty()
                : ProcessHandle.allProcesses().filter(this::isCarriedBy);
    }

    private boolean isCarriedBy(ProcessHandle process) {
        Path variables = Path.of("/proc", Long.toString(process.pid()), "environ");
        try (InputStream in = Files.newInputStream(variables)) {
            String all = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            return ("\0" + all + "\0").contains("\0" + VARIABLE + "=" + value + "\0");
        } catch (IOException e) {
            // It has just ended, or is another user's.
            return false;
        }
    }
}
