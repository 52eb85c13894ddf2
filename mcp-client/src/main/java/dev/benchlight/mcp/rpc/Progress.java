package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;

/// One `notifications/progress` of a call.
public record Progress(double progress, OptionalDouble total, @Nullable String message) {}
