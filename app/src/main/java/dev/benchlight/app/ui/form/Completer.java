package dev.benchlight.app.ui.form;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Suggests values for arguments while they are typed. Used on the JavaFX thread; must not wait
/// there.
public interface Completer {
    /// What is suggested.
    ///
    /// @param remark what else there is, such as "12 of 340"; or empty
    record Suggestions(List<String> values, String remark) {
        public Suggestions {
            values = List.copyOf(values);
        }
    }

    /// Asks for values of a member of the arguments.
    ///
    /// @param typed so far
    /// @param others the other members so far that are texts, by name
    /// @param answer called on the JavaFX thread, once at most
    /// @return cancels; an answer may still come
    Runnable ask(
            String argument,
            String typed,
            Map<String, String> others,
            Consumer<Suggestions> answer);
}
