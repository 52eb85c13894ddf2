@NullMarked
package dev.benchlight.mcp.wire;

import org.jspecify.annotations.NullMarked;
