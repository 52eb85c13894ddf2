/// The client that the official conformance suite tests: a thin program over what the engine offers
/// to all.
@NullMarked
package dev.benchlight.mcp.conformance;

import org.jspecify.annotations.NullMarked;
