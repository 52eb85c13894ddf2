@NullMarked
package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.NullMarked;
