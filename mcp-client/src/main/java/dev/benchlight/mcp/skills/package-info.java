/// Skills that servers hand out (extension `io.modelcontextprotocol/skills`).
@NullMarked
package dev.benchlight.mcp.skills;

import org.jspecify.annotations.NullMarked;
