/// URI templates (RFC 6570): their variables, their faults, and what they expand to.
@NullMarked
package dev.benchlight.mcp.uri;

import org.jspecify.annotations.NullMarked;
