/// Real servers for tests to talk to.
@NullMarked
package dev.benchlight.mcp.peers;

import org.jspecify.annotations.NullMarked;
