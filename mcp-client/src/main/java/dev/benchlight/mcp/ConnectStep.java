package dev.benchlight.mcp;

import java.time.Duration;
import java.time.Instant;

/// A step of connecting that was taken.
///
/// @param verdict "ok", or what it showed, in words
/// @param took since the step before ended
public record ConnectStep(String name, String verdict, Instant at, Duration took) {}
