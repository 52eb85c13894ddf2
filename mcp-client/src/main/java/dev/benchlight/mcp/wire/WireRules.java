package dev.benchlight.mcp.wire;

/// What the revision agreed on means for a transport.
///
/// @param version as it stands on the wire, such as `2025-11-25`
/// @param versionHeader whether HTTP requests carry it in `MCP-Protocol-Version`
/// @param sessions whether HTTP has sessions, a listening stream, and streams that are resumed;
///   without them each request stands for itself
public record WireRules(String version, boolean versionHeader, boolean sessions) {}
