package dev.benchlight.app.ui.workbench;

import dev.benchlight.trace.TraceId;

/// Knows what servers ask the user now. Thread-safe.
public interface AskedUser {
    /// Whether a server waits for the user before it goes on with a call, or with one that it does
    /// not name.
    ///
    /// @param call the trace of the call
    boolean isAskedBy(String server, TraceId call);

    /// @param listener called after each change, on any thread; must not block
    /// @return ends it
    Runnable subscribe(Runnable listener);
}
