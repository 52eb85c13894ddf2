package dev.benchlight.app.ui.fx;

import javafx.scene.layout.Region;

import java.nio.file.Path;
import java.util.function.Consumer;

/// All dialogs go through here, so that they have one owner and tests can answer for the user. No
/// method waits for the user. Lives on the JavaFX thread.
public interface Dialogs {

    /// A yes-or-no question whose buttons name the action.
    ///
    /// @param details shown in full, scrollable, or empty
    /// @param action the button that does it, such as "Remove server"
    /// @param refusal the button that does not, which has the focus
    record Question(String title, String text, String details, String action, String refusal) {}

    /// Runs `confirmed` if the user chooses the action.
    void ask(Question question, Runnable confirmed);

    /// One sentence, details that can be unfolded, and a button that copies both.
    void problem(String title, String sentence, String details);

    /// Shows a window with the given content, which has its own buttons.
    ///
    /// @param closed runs once when it was closed, by whatever means
    /// @return closes it
    Runnable show(String title, Region content, Runnable closed);

    /// Lets the user choose where to save; not called back if they do not.
    void chooseTarget(String title, String suggestedName, Consumer<Path> chosen);

    /// Lets the user choose a file to read; not called back if they do not.
    void chooseSource(String title, Consumer<Path> chosen);

    /// Lets the user choose a folder; not called back if they do not.
    void chooseFolder(String title, Consumer<Path> chosen);
}
