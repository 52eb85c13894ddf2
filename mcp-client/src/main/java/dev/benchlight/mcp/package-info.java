/// The MCP session: connect, list, call, read, get, cancel; typed views over the JSON a server
/// sends.
@NullMarked
package dev.benchlight.mcp;

import org.jspecify.annotations.NullMarked;
