/// Tests of the session, and what tests share.
@NullMarked
package dev.benchlight.mcp;

import org.jspecify.annotations.NullMarked;
