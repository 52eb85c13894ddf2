package dev.benchlight.mcp.auth;

import java.io.IOException;
import java.net.URI;

/// Opens a page in the user's browser. Thread-safe.
@FunctionalInterface
public interface Browser {

    /// Returns when the browser was told, not when the user is done.
    ///
    /// @param page an `https` address, or an `http` one on loopback; checked and serialised anew
    /// @throws IOException there is no browser, or it does not start
    void open(URI page) throws IOException;
}
