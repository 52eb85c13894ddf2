package dev.benchlight.mcp.auth;

import java.time.InstantSource;
import java.util.function.Consumer;

/// What authorisation needs of the program around it. All of it is thread-safe.
///
/// @param secrets told of each secret that comes, before anything can record it
/// @param consent whether an origin that the server names may be contacted
public record AuthPorts(
        Browser browser,
        TokenStore store,
        AuthStep.Listener steps,
        Consumer<String> secrets,
        Consent consent,
        InstantSource clock) {

    /// With a store in memory, and consent to every origin that the rules allow.
    public static AuthPorts of(Browser browser, AuthStep.Listener steps, Consumer<String> secrets) {
        return new AuthPorts(
                browser, TokenStore.inMemory(), steps, secrets, _ -> true, InstantSource.system());
    }
}
