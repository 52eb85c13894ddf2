/// Apps: pages that tools bring with them (the extension `io.modelcontextprotocol/ui`). They are
/// read and checked here, never run.
@NullMarked
package dev.benchlight.app.apps;

import org.jspecify.annotations.NullMarked;
