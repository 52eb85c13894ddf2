package dev.benchlight.app.ui.signin;

import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.trace.Moment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One attempt at a token: its steps so far, and how it ended. Immutable.
///
/// @param number counted from 1
/// @param fault why there is no token, or null
public record Attempt(
        int number, Instant at, List<AuthStep> steps, boolean running, @Nullable AuthFault fault) {
    /// A server that sends us in circles is not listened to without end.
    private static final int MOST_STEPS = 200;

    public Attempt {
        steps = List.copyOf(steps);
    }

    static Attempt first(int number) {
        return new Attempt(number, Instant.now(), List.of(), true, null);
    }

    Attempt and(AuthStep step) {
        if (steps.size() >= MOST_STEPS) {
            return this;
        }
        List<AuthStep> more = new ArrayList<>(steps);
        more.add(step);
        return new Attempt(number, at, more, running, fault);
    }

    Attempt ended(@Nullable AuthFault why) {
        return new Attempt(number, at, steps, false, why);
    }

    /// The first step that breaks a rule, of an attempt that failed; where none does, the last.
    public Optional<AuthStep> culprit() {
        if (running || fault == null || steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                steps.reversed().stream()
                        .filter(step -> !step.sound())
                        .findFirst()
                        .orElse(steps.getLast()));
    }

    /// From the first step to the end of the last.
    public Duration took() {
        if (steps.isEmpty()) {
            return Duration.ZERO;
        }
        AuthStep last = steps.getLast();
        Moment end = last.exchange() == null ? last.at() : last.exchange().received();
        return steps.getFirst().at().until(end);
    }
}
