/// JSON text as it was typed: every value with its place, edits that leave the rest untouched.
@NullMarked
package dev.benchlight.mcp.json;

import org.jspecify.annotations.NullMarked;
