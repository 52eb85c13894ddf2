/// What happened, as immutable facts, and the port they are recorded through.
@NullMarked
package dev.benchlight.trace;

import org.jspecify.annotations.NullMarked;
