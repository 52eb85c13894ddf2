/// Tests of the connections.
@NullMarked
package dev.benchlight.app.connections;

import org.jspecify.annotations.NullMarked;
