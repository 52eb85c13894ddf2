package dev.benchlight.app.ui.workbench;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

/// What a feature may ask of the window around it. Lives on the JavaFX thread.
public interface Workbench {

    /// Opens a tab, or selects the one that is open.
    ///
    /// @param draft as in [TabFactory#open]; if not empty, always a new tab
    void open(Place place, String draft);

    /// Opens the tab of a server at the section of this title, if there is one.
    default void openAt(Place place, String section) {
        open(place, "");
    }

    /// Connects, or connects anew, after the user approved the command where that is needed.
    ///
    /// @param anew whether a session there is ends first
    /// @param refused runs if the user does not approve
    void connect(Connection connection, boolean anew, Runnable refused);

    /// Shows a span in the Inspector pane.
    void inspect(SpanId span);

    /// Takes the user to what a server asks during a call, or else to what is asked first.
    ///
    /// @param call its trace
    void answer(TraceId call);

    /// Shows a short message for a few seconds, such as "Copied".
    void toast(String text);

    /// Keeps a problem's sentence in the status bar until the next one.
    void problem(String sentence);
}
