package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireRules;

import org.jspecify.annotations.Nullable;

/// What later requests carry of the handshake.
///
/// @param id of `Mcp-Session-Id`, or null
/// @param version for `MCP-Protocol-Version`, or null
/// @param stateless whether the revision knows no sessions, and no stream that goes on elsewhere
record HttpSession(@Nullable String id, @Nullable String version, boolean stateless) {
    static final HttpSession NONE = new HttpSession(null, null, false);
    private static final int LONGEST_ID = 4_096;

    HttpSession withId(@Nullable String newId) {
        return new HttpSession(newId, version, stateless);
    }

    HttpSession under(WireRules rules) {
        return new HttpSession(
                rules.sessions() ? id : null,
                rules.versionHeader() ? rules.version() : null,
                !rules.sessions());
    }

    /// Whether an id has visible ASCII characters only, as the specification asks (Session
    /// Management), and a length that can be sent.
    static boolean isValid(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7E);
    }
}
