package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;

/// What can be done with a row besides looking at it. Called on the JavaFX thread; returns at once.
public interface TraceActions {
    /// Sends the same request again, to the same server.
    void rerun(TraceDetail detail);

    /// Opens a tab with the request's arguments to change and send.
    void editAndReplay(TraceDetail detail);

    /// Asks for a file and writes the bytes to it.
    void save(String suggestedName, byte[] bytes);

    /// Puts text on the clipboard and says so.
    void copy(String text);
}
