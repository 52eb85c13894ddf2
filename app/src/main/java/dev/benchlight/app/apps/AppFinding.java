package dev.benchlight.app.apps;

/// Something about a page that its author should know.
///
/// @param code stable and kebab-case
/// @param message one sentence; holds words of the server's
public record AppFinding(String code, String message) {}
