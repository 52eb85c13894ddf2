/// Tests of skills.
@NullMarked
package dev.benchlight.mcp.skills;

import org.jspecify.annotations.NullMarked;
