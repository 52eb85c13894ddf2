package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

/// What a revision says of authorisation, where revisions differ.
///
/// @param resourceMetadata whether the server describes itself (RFC 9728)
/// @param originFallback whether its own origin is the authorisation server where it does not
/// @param pkceAdvertised whether metadata must name S256 for a client to go on
public record AuthRules(boolean resourceMetadata, boolean originFallback, boolean pkceAdvertised) {
    /// Where the revision is not known yet: as the newest, and then as the oldest that has any.
    public static final AuthRules ANY = new AuthRules(true, true, true);

    /// @param version a revision such as `2025-11-25`, or null where it is not known
    public static AuthRules of(@Nullable String version) {
        if (version == null) {
            return ANY;
        }
        if (version.compareTo("2025-06-18") < 0) {
            return new AuthRules(false, true, false);
        }
        return new AuthRules(true, false, version.compareTo("2025-11-25") >= 0);
    }
}
