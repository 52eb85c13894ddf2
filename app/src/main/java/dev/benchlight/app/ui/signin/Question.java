package dev.benchlight.app.ui.signin;

import dev.benchlight.mcp.auth.AuthGate;

import java.net.URI;
import java.util.List;

/// What authorisation waits for, of the user.
public sealed interface Question {

    /// Whether to go to the page where one signs in.
    ///
    /// @param issuer whose page it is
    /// @param scopes what is asked for there; may be none
    record ToSignIn(String issuer, List<String> scopes) implements Question {
        public ToSignIn {
            scopes = List.copyOf(scopes);
        }
    }

    /// Whether an origin may be contacted that the server names, and that is not its own.
    record OtherOrigin(URI origin) implements Question {}

    /// Whether to take the next step.
    record NextStep(AuthGate.Planned planned) implements Question {}

    /// What is said to one. Each question takes some.
    enum Answer {
        /// Yes; for a step, this one.
        GO,
        /// Yes, and the same each time for this server; for a step, all that follow.
        ALWAYS,
        /// Yes, but the user opens the page in a browser of their own.
        COPY,
        STOP
    }
}
