package dev.benchlight.app.ui.workbench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

/// What one tab shows. Lives on the JavaFX thread.
public interface TabContent {

    /// What stands on the tab; short.
    String title();

    /// The same node each time.
    Node node();

    /// Whether a call of this tab's is under way.
    ReadOnlyBooleanProperty runningProperty();

    /// What the user typed, letter by letter, valid or not; given back to [TabFactory#open] it
    /// restores the tab. The window saves each change at once, so that it survives a crash.
    ReadOnlyStringProperty draftProperty();

    /// Does what the tab's main button does; nothing while that is not possible.
    void run();

    /// Puts the keyboard where the user goes on, such as the first field.
    void focus();

    /// Puts the keyboard on the section of this title, if there is one.
    default void goTo(String section) {}

    /// The tab was closed: cancels what runs and unsubscribes from everything.
    void close();
}
