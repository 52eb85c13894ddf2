/// Tests of OAuth against scripted servers on loopback.
@NullMarked
package dev.benchlight.mcp.auth;

import org.jspecify.annotations.NullMarked;
