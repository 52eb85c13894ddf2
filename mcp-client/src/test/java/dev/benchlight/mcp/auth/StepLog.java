package dev.benchlight.mcp.auth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The steps that were taken. Thread-safe.
final class StepLog implements AuthStep.Listener {
    private final List<AuthStep> steps = new CopyOnWriteArrayList<>();

    @Override
    public void took(AuthStep step) {
        steps.add(step);
    }

    List<AuthStep> steps() {
        return List.copyOf(steps);
    }

    /// The rules that were broken, in order.
    List<String> broken() {
        return steps.stream()
                .flatMap(step -> step.checks().stream())
                .filter(check -> !check.met())
                .map(AuthStep.Check::rule)
                .toList();
    }
}
