@NullMarked
package dev.benchlight.mcp.tasks;

import org.jspecify.annotations.NullMarked;
