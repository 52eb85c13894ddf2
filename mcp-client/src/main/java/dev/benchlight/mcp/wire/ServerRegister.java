package dev.benchlight.mcp.wire;

/// Hears which processes servers run in, so that somebody can end them should this program be
/// killed before it does. Called from any thread; may block for as long as a small file takes.
@FunctionalInterface
public interface ServerRegister {
    ServerRegister NONE = (server, processes) -> new Entry() {};

    /// A server's process was started, and nothing was said to it yet.
    Entry started(String server, ServerProcesses processes);

    /// One server that runs. Thread-safe.
    interface Entry {
        /// More is known of its processes.
        default void seen(ServerProcesses processes) {}

        /// None of them runs any more; whatever is said after that counts no more.
        default void ended() {}
    }
}
