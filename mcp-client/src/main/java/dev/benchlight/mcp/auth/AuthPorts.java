package dev.benchlight.mcp.auth;

import dev.benchlight.trace.TraceRecorder;

import java.time.InstantSource;
import java.util.function.Consumer;

/// What authorisation needs of the program around it. All of it is thread-safe.
///
/// @param secrets told of each secret that comes, before anything can record it
/// @param consent whether an origin that the server names may be contacted; may wait for a person
/// @param gate stands before each step
/// @param recorder where the exchanges are recorded, as spans below the call that needs a token
public record AuthPorts(
        Browser browser,
        TokenStore store,
        AuthStep.Listener steps,
        Consumer<String> secrets,
        Consent consent,
        InstantSource clock,
        AuthGate gate,
        TraceRecorder recorder) {

    /// With nothing before each step, and no record of it.
    public AuthPorts(
            Browser browser,
            TokenStore store,
            AuthStep.Listener steps,
            Consumer<String> secrets,
            Consent consent,
            InstantSource clock) {
        this(browser, store, steps, secrets, consent, clock, AuthGate.OPEN, TraceRecorder.NONE);
    }

    /// With a store in memory, and consent to every origin that the rules allow.
    public static AuthPorts of(Browser browser, AuthStep.Listener steps, Consumer<String> secrets) {
        return new AuthPorts(
                browser, TokenStore.inMemory(), steps, secrets, _ -> true, InstantSource.system());
    }

    public AuthPorts telling(AuthStep.Listener other) {
        return new AuthPorts(browser, store, other, secrets, consent, clock, gate, recorder);
    }

    public AuthPorts gatedBy(AuthGate other) {
        return new AuthPorts(browser, store, steps, secrets, consent, clock, other, recorder);
    }

    public AuthPorts recordedBy(TraceRecorder other) {
        return new AuthPorts(browser, store, steps, secrets, consent, clock, gate, other);
    }
}
