/// Scripted servers that misbehave in known ways, for the tests of all modules.
@NullMarked
package dev.benchlight.mcp.faults;

import org.jspecify.annotations.NullMarked;
