@NullMarked
package dev.benchlight.mcp.wire.http;

import org.jspecify.annotations.NullMarked;
