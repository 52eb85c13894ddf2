package dev.benchlight.mcp.auth;

import java.net.URI;

/// Whether a server may have us contact another origin than its own. Asked again each time; it may
/// wait for the user. Thread-safe.
@FunctionalInterface
public interface Consent {

    /// @param origin one that the rules allow, such as `https://login.example.com/`
    /// @throws AuthFault to refuse it in better words than the usual ones
    boolean allows(URI origin) throws AuthFault;
}
