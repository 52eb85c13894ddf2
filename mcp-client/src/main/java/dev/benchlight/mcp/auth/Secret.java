package dev.benchlight.mcp.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/// A value that is not to be seen: it never shows in a text made of it. Immutable.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The value itself, for what is sent and for a store of secrets.
    public String value() {
        return value;
    }

    /// Compares in a time that does not depend on where the two differ.
    public boolean matches(String other) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && matches(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "•••• (" + value.length() + " chars)";
    }
}
