package dev.benchlight.mcp.wire;

/// What tests ask of processes.
public final class Processes {
    private Processes() {}

    /// Whether it still runs. What has ended and waits to be taken note of by its parent does not,
    /// though the JDK says that it is alive.
    public static boolean runs(ProcessHandle process) {
        return ProcessTree.runs(process);
    }
}
