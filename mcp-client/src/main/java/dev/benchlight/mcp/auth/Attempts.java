package dev.benchlight.mcp.auth;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;
import dev.benchlight.trace.SpanContext;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Attempts at a token, one at a time, each on a thread of its own, so that a call that is
/// cancelled does not take the login of the others with it. Thread-safe.
final class Attempts {
    private final AuthTrace trace;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

    /// @param renewal whether it takes no user, and so no time to speak of
    private record Running(
            CompletableFuture<Verdict> verdict, boolean renewal, AtomicBoolean givenUp) {}

    /// Work that may fail.
    interface Attempt {
        Verdict run() throws AuthFault, InterruptedException;
    }

    Attempts(AuthTrace trace) {
        this.trace = trace;
    }

    /// Whether one runs that may wait for the user.
    boolean mayTakeLong() {
        Running now = running.get();
        return now != null && !now.renewal();
    }

    /// Lets the one that runs take no further step.
    void giveUp() {
        Running now = running.get();
        if (now != null) {
            now.givenUp().set(true);
        }
    }

    /// Whether the one that runs was given up.
    boolean isGivenUp() {
        Running now = running.get();
        return now != null && now.givenUp().get();
    }

    /// Runs the attempt, or waits for the one that runs.
    ///
    /// @param within the call that needs it, or null
    CompletableFuture<Verdict> run(@Nullable SpanContext within, boolean renewal, Attempt attempt) {
        Running mine = new Running(new CompletableFuture<>(), renewal, new AtomicBoolean());
        while (!running.compareAndSet(null, mine)) {
            Running other = running.get();
            if (other != null) {
                return other.verdict();
            }
        }
        Thread.ofVirtual()
                .name("oauth")
                .start(() -> {
                    Verdict verdict = new Verdict.Leave();
                    try {
                        verdict = traced(within, attempt);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        running.set(null);
                        mine.verdict().complete(verdict);
                    }
                });
        return mine.verdict();
    }

    private Verdict traced(@Nullable SpanContext within, Attempt attempt)
            throws InterruptedException {
        AuthFault why = new AuthFault("oauth-interrupted", "It did not come to its end.", null);
        trace.begin(within);
        try {
            Verdict verdict = attempt.run();
            why = null;
            return verdict;
        } catch (AuthFault fault) {
            why = fault;
            return new Verdict.Failed(asWireFault(fault));
        } catch (UncheckedIOException e) {
            why = noAssertion(e);
            return new Verdict.Failed(asWireFault(why));
        } finally {
            trace.ended(why);
        }
    }

    /// Of whoever supplies an assertion.
    private static AuthFault noAssertion(UncheckedIOException cause) {
        return new AuthFault(
                "oauth-no-assertion",
                "What this client shows who it is with is not there: " + cause.getMessage() + ".",
                "Check the file that the server's auth names.");
    }

    private static WireFault asWireFault(AuthFault fault) {
        return WireFault.of(WireFault.Kind.AUTH, fault.code(), fault.text()).withHint(fault.hint());
    }
}
