package dev.benchlight.app.ui.debugger;

import dev.benchlight.app.ui.signin.Attempt;
import dev.benchlight.app.ui.signin.SignInState;
import dev.benchlight.mcp.auth.AuthStep;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A line of the debugger's list: an attempt, or one of its steps.
///
/// @param step null for the attempt itself
record StepRow(Attempt attempt, @Nullable AuthStep step) {

    /// All attempts, the last one on top, each with its steps in the order they were taken.
    static List<StepRow> of(SignInState state) {
        List<StepRow> rows = new ArrayList<>();
        for (Attempt attempt : state.attempts().reversed()) {
            rows.add(new StepRow(attempt, null));
            attempt.steps().forEach(step -> rows.add(new StepRow(attempt, step)));
        }
        return rows;
    }

    /// What to look at while the user has chosen nothing: what broke, else the newest step.
    ///
    /// @return an index, or -1
    static int follow(List<StepRow> rows) {
        if (rows.isEmpty()) {
            return -1;
        }
        Attempt last = rows.getFirst().attempt();
        AuthStep wanted =
                last.culprit().orElse(last.steps().isEmpty() ? null : last.steps().getLast());
        for (int i = 0; wanted != null && i < rows.size(); i++) {
            if (wanted.equals(rows.get(i).step())) {
                return i;
            }
        }
        return 0;
    }

    /// Whether both are about the same thing, whatever came to it since.
    boolean isSameAs(@Nullable StepRow other) {
        return other != null
                && attempt.number() == other.attempt.number()
                && (step == null ? other.step == null : step.equals(other.step));
    }
}
