package dev.benchlight.mcp.wire;

/// Hears which processes servers run in, so that somebody can end them should this program be
/// killed before it does. Called from any thread; may block for as long as a small file takes.
@FunctionalInterface
public interface ServerRegister {
    ServerRegister NONE = (server, mark) -> new Entry() {};

    /// A server's process, which will have the mark, is about to be started.
    Entry starting(String server, ServerMark mark);

    /// One server that runs. Thread-safe.
    interface Entry {
        /// It was started, and nothing was said to it yet; or more is known of its processes.
        default void seen(ServerProcesses processes) {}

        /// None of them runs any more, or none was started; whatever is said after that counts no
        /// more.
        default void ended() {}
    }
}
