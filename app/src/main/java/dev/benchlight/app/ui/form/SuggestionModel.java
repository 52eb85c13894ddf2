package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.form.Completer.Suggestions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is suggested for one field: asked for a moment after the last key, of answers only the last
/// one asked for. Knows no control. For one thread.
final class SuggestionModel {
    private final Later later;
    private final Source source;
    private final Runnable changed;
    private Runnable waiting = () -> {};
    private Runnable asking = () -> {};
    private int generation;
    private String typed = "";
    private List<String> values = List.of();
    private String remark = "";
    private int selected = -1;

    /// Runs something after a moment in which nothing else is typed, on the same thread.
    interface Later {
        /// @return cancels it
        Runnable run(Runnable task);
    }

    /// Who is asked.
    interface Source {
        /// @return cancels
        Runnable ask(String typed, Consumer<Suggestions> answer);
    }

    /// @param changed called after each change of what is to be shown
    SuggestionModel(Later later, Source source, Runnable changed) {
        this.later = later;
        this.source = source;
        this.changed = changed;
    }

    /// The user typed; what was asked for before is of no more use.
    void typed(String text) {
        supersede();
        typed = text;
        waiting = later.run(this::ask);
    }

    /// The user wants to see what there is.
    void wanted(String text) {
        supersede();
        typed = text;
        ask();
    }

    /// Nothing is to be shown any more, and nothing asked for.
    void leave() {
        supersede();
        hide();
    }

    private void supersede() {
        generation++;
        waiting.run();
        asking.run();
        waiting = () -> {};
        asking = () -> {};
    }

    private void ask() {
        int own = generation;
        asking =
                source.ask(
                        typed,
                        answer -> {
                            if (own == generation) {
                                answered(answer);
                            }
                        });
    }

    private void answered(Suggestions answer) {
        boolean tellsNothing =
                answer.values().size() == 1 && answer.values().getFirst().equals(typed);
        values = tellsNothing ? List.of() : answer.values();
        remark = values.isEmpty() ? "" : answer.remark();
        selected = -1;
        changed.run();
    }

    private void hide() {
        boolean shown = isShown();
        values = List.of();
        remark = "";
        selected = -1;
        if (shown) {
            changed.run();
        }
    }

    boolean isShown() {
        return !values.isEmpty();
    }

    List<String> values() {
        return values;
    }

    String remark() {
        return remark;
    }

    /// Which value is marked, or -1 for none.
    int selected() {
        return selected;
    }

    /// Marks the next value, or one before; beyond the ends none is marked.
    void move(int by) {
        if (isShown()) {
            int places = values.size() + 1;
            selected = Math.floorMod(selected + 1 + by, places) - 1;
            changed.run();
        }
    }

    /// Takes the marked value.
    ///
    /// @return empty if none is marked
    Optional<String> accept() {
        return selected < 0 || !isShown() ? Optional.empty() : accept(selected);
    }

    Optional<String> accept(int index) {
        String value = values.get(index);
        leave();
        return Optional.of(value);
    }
}
