package dev.benchlight.mcp.auth;

import java.net.URI;
import java.util.Map;

/// Stands before each request of authorisation, and before the browser is opened. Thread-safe.
@FunctionalInterface
public interface AuthGate {
    AuthGate OPEN = _ -> true;

    /// Returns when the step may be taken, which may be when a person says so: no deadline runs.
    ///
    /// @return false to give up
    boolean pass(Planned next) throws InterruptedException;

    /// Lets nothing through that waits now.
    default void stop() {}

    /// What is about to be done.
    ///
    /// @param what it is for, such as `token_endpoint`
    /// @param fields the form fields or query parameters, secrets masked
    record Planned(String what, String method, URI url, Map<String, String> fields) {}
}
