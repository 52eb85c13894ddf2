package dev.benchlight.app.secrets;

import java.io.IOException;
import java.util.Optional;

/// The system's own place for secrets. Thread-safe; it may ask the user to unlock it.
interface Keychain {

    /// @throws IOException there is none, it is locked, or it went away
    Optional<String> get(String name) throws IOException;

    /// @throws IOException as with [#get(String)]
    void put(String name, String value) throws IOException;
}
