package dev.benchlight.mcp.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Tells a process from every other one, also to a later run of this program. Its number alone does
/// not: that is given anew once the process ended. Immutable.
///
/// @param born when it started, as exactly as the system tells it, and on Linux where
/// @param program the file that it runs, or an empty string where that is not known
public record ProcessMark(long pid, String born, String program) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), born(process), process.info().command().orElse(""));
    }

    /// For a process that may yet become another program, as a launcher does.
    static ProcessMark ofAnyProgram(ProcessHandle process) {
        return new ProcessMark(process.pid(), born(process), "");
    }

    /// The clock of the day may be set, and with it the times that the JDK gives on Linux; the
    /// ticks since the system started are what they are.
    private static String born(ProcessHandle process) {
        return ProcStat.of(process.pid())
                .map(stat -> here() + "/" + stat.started())
                .orElseGet(() ->
                        process.info()
                                .startInstant()
                                .map(Instant::toEpochMilli)
                                .map(String::valueOf)
                                .orElse(""));
    }

    /// One start of one system, and the container; an empty string but on Linux.
    private static String here() {
        try {
            return Files.readString(BOOT).strip() + "/" + Files.readSymbolicLink(NAMESPACE);
        } catch (IOException | UnsupportedOperationException e) {
            // No such files here: the ticks and the program must do.
            return "";
        }
    }

    /// Whether this start of this system, or this container, can know the process at all.
    public boolean isFromElsewhere() {
        int ticks = born.lastIndexOf('/');
        return ticks >= 0 && !born.substring(0, ticks).equals(here());
    }

    /// This very process, if it still runs.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessTree::runs).filter(this::isOf);
    }

    private boolean isOf(ProcessHandle process) {
        ProcessMark found = of(process);
        return !born.isEmpty()
                && born.equals(found.born)
                && (program.isEmpty() || program.equals(found.program));
    }
}
