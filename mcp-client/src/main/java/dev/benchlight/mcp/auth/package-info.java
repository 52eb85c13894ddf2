/// OAuth as MCP asks for it of a client: discovery, client identity, the code flow and tokens.
@NullMarked
package dev.benchlight.mcp.auth;

import org.jspecify.annotations.NullMarked;
