package dev.benchlight.mcp.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What Linux tells of a process in `/proc/PID/stat` (proc(5)) and the JDK does not.
///
/// @param state one letter, such as `S` for sleeping
/// @param session the process that leads its session
/// @param started ticks from the start of the system to its own
record ProcStat(char state, long session, long started) {
    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final int STARTED = 19;

    /// Nothing for a process that is gone, and on other systems.
    static Optional<ProcStat> of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException e) {
            // It has just ended.
            return Optional.empty();
        }
    }

    /// The second field, the name, may hold blanks and parentheses.
    static Optional<ProcStat> parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > STARTED
                        && fields[STATE].length() == 1
                        && isNumber(fields[SESSION])
                        && isNumber(fields[STARTED])
                ? Optional.of(
                        new ProcStat(
                                fields[STATE].charAt(0),
                                Long.parseLong(fields[SESSION]),
                                Long.parseLong(fields[STARTED])))
                : Optional.empty();
    }

    private static boolean isNumber(String field) {
        return field.matches("\\d{1,18}");
    }

    /// Whether it runs no longer and only waits for its parent to take note, which the first
    /// process of a container may never do.
    boolean isEnded() {
        return state == 'Z' || state == 'X';
    }
}
