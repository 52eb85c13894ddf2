/// The Streamable HTTP transport over OkHttp, and the server-sent events it carries.
@NullMarked
package dev.benchlight.mcp.wire.http;

import org.jspecify.annotations.NullMarked;
