package dev.benchlight.mcp;

/// The two ways in which a client and a server come to terms ("Versioning and Compatibility").
public enum Era {
    /// A session that begins with `initialize`: revisions up to 2025-11-25.
    LEGACY,

    /// No session: each request says its revision, client and capabilities; from 2026-07-28.
    MODERN
}
