@NullMarked
package dev.benchlight.mcp.uri;

import org.jspecify.annotations.NullMarked;
