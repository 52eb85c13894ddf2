package dev.benchlight.mcp;

import java.util.Optional;

/// The revisions of the Model Context Protocol, oldest first, and which rules hold in each.
public enum Revision {
    R2024_11_05("2024-11-05"),
    R2025_03_26("2025-03-26"),
    R2025_06_18("2025-06-18"),
    R2025_11_25("2025-11-25");

    /// The newest revision this engine speaks.
    public static final Revision LATEST = R2025_11_25;

    private final String version;

    Revision(String version) {
        this.version = version;
    }

    /// As it stands on the wire, such as `2025-11-25`.
    public String version() {
        return version;
    }

    public static Optional<Revision> of(String version) {
        for (Revision revision : values()) {
            if (revision.version.equals(version)) {
                return Optional.of(revision);
            }
        }
        return Optional.empty();
    }

    /// Whether a client must take several messages in one array (only in 2025-03-26).
    public boolean receivesBatches() {
        return this == R2025_03_26;
    }

    /// Whether HTTP requests after the handshake carry `MCP-Protocol-Version`.
    public boolean sendsVersionHeader() {
        return compareTo(R2025_06_18) >= 0;
    }
}
