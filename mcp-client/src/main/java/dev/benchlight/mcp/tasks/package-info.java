/// Tasks: work that a server goes on with after it has answered the request for it.
@NullMarked
package dev.benchlight.mcp.tasks;

import org.jspecify.annotations.NullMarked;
