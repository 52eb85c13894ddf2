package dev.benchlight.mcp.auth;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Opens a page in the user's browser. Thread-safe.
@FunctionalInterface
public interface Browser {

    /// Called before anything is prepared for the user to sign in, so that there is something to
    /// wait for, or nothing to undo. It may wait as long as the user does; to give up interrupts
    /// it.
    ///
    /// @param issuer whose pages the user is about to see
    /// @param scopes what will be asked for there; empty where that is left to the issuer
    /// @throws AuthFault there will be no signing in
    default void ready(String issuer, List<String> scopes) throws AuthFault, InterruptedException {}

    /// Returns when the browser was told, not when the user is done.
    ///
    /// @param page an `https` address, or an `http` one on loopback; checked and serialised anew
    /// @throws IOException there is no browser, or it does not start
    void open(URI page) throws IOException;
}
