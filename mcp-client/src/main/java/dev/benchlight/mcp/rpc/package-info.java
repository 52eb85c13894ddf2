/// JSON-RPC over a wire: correlation, time-outs, cancellation, and what a call can come to.
@NullMarked
package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.NullMarked;
