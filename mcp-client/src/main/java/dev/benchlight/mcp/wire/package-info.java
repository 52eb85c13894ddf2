/// Frames in and out over stdio and HTTP, recorded as bytes before they are parsed, within limits.
@NullMarked
package dev.benchlight.mcp.wire;

import org.jspecify.annotations.NullMarked;
