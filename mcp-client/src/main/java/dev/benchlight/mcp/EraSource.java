package dev.benchlight.mcp;

/// How it came to be known of which era a server is.
public enum EraSource {
    /// Its answers showed it now.
    FOUND_OUT,
    /// It was of that era when it was connected before.
    REMEMBERED,
    /// The user said which revision to speak.
    PINNED,
    /// The user chose a transport that only older servers have.
    CHOSEN
}
