package dev.benchlight.mcp.wire.http;

import org.jspecify.annotations.Nullable;

/// What later requests carry of the handshake.
///
/// @param id of `Mcp-Session-Id`, or null
/// @param version for `MCP-Protocol-Version`, or null
record HttpSession(@Nullable String id, @Nullable String version) {
    static final HttpSession NONE = new HttpSession(null, null);
    private static final int LONGEST_ID = 4_096;

    HttpSession withId(@Nullable String newId) {
        return new HttpSession(newId, version);
    }

    HttpSession withVersion(@Nullable String newVersion) {
        return new HttpSession(id, newVersion);
    }

    /// Whether an id has visible ASCII characters only, as the specification asks (Session
    /// Management), and a length that can be sent.
    static boolean isValid(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7E);
    }
}
