package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.form.Completer.Suggestions;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// With time and a server that do what the test says.
class SuggestionModelTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private int changes;
    private final SuggestionModel model =
            new SuggestionModel(
                    task -> {
                        waiting.add(task);
                        return () -> waiting.remove(task);
                    },
                    (typed, answer) -> {
                        Asked one = new Asked(typed, answer);
                        asked.add(one);
                        return () -> one.cancelled = true;
                    },
                    () -> changes++);

    private static final class Asked {
        private final String typed;
        private final Consumer<Suggestions> answer;
        private boolean cancelled;

        Asked(String typed, Consumer<Suggestions> answer) {
            this.typed = typed;
            this.answer = answer;
        }

        void answer(String... values) {
            answer.accept(new Suggestions(List.of(values), ""));
        }
    }

    private void momentPasses() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private Asked last() {
        return asked.getLast();
    }

    @Test
    void whileKeysFollowEachOtherNobodyIsAsked() {
        model.typed("p");
        model.typed("pa");
        model.typed("par");
        assertThat(asked).isEmpty();
        momentPasses();
        assertThat(asked).hasSize(1);
        assertThat(last().typed).isEqualTo("par");
    }

    @Test
    void whatIsSupersededIsCancelledAndItsAnswerDropped() {
        model.typed("p");
        momentPasses();
        Asked first = last();
        model.typed("pa");
        assertThat(first.cancelled).isTrue();
        momentPasses();
        last().answer("paris", "parma");
        first.answer("porto");
        assertThat(model.values()).containsExactly("paris", "parma");
    }

    @Test
    void theArrowsGoRoundTheValuesAndThroughNone() {
        model.wanted("");
        last().answer("a", "b");
        assertThat(model.selected()).isEqualTo(-1);
        assertThat(model.accept()).isEmpty();
        model.move(1);
        model.move(1);
        assertThat(model.selected()).isEqualTo(1);
        model.move(1);
        assertThat(model.selected()).isEqualTo(-1);
        model.move(-1);
        assertThat(model.accept()).contains("b");
        assertThat(model.isShown()).isFalse();
    }

    @Test
    void leavingHidesThemAndALateAnswerDoesNotBringThemBack() {
        model.wanted("x");
        Asked late = last();
        model.leave();
        late.answer("y", "z");
        assertThat(model.isShown()).isFalse();
        assertThat(late.cancelled).isTrue();
        assertThat(changes).isZero();
    }

    @Test
    void theOneValueThatStandsThereAlreadyIsNotSuggested() {
        model.wanted("paris");
        last().answer("paris");
        assertThat(model.isShown()).isFalse();
        model.wanted("pari");
        last().answer("paris");
        assertThat(model.isShown()).isTrue();
        last().answer.accept(new Suggestions(List.of(), "none of 5"));
        assertThat(model.remark()).isEmpty();
    }
}
