package dev.benchlight.app.auth;

import dev.benchlight.mcp.auth.AuthGate;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.Browser;
import dev.benchlight.mcp.auth.Consent;
import dev.benchlight.mcp.auth.OAuth;
import dev.benchlight.mcp.wire.ServerConfig;

/// What authorisation for one server asks of the user, and tells: the browser, consent to other
/// origins, and each step as it is taken. Called on threads of the engine, where the browser and
/// consent may wait for the user. Thread-safe.
public interface SignIn extends Browser, Consent, AuthStep.Listener, AuthGate {

    /// Lets each step be taken, unless the user wants to be asked.
    @Override
    default boolean pass(AuthGate.Planned next) throws InterruptedException {
        return true;
    }

    /// What this server's authorisation can be driven by, from now on.
    default void using(OAuth oauth) {}

    /// Whoever asks the user: the window, or the command line.
    @FunctionalInterface
    interface Desk {
        /// For a session that is about to be made.
        SignIn at(ServerConfig.Http server);
    }
}
