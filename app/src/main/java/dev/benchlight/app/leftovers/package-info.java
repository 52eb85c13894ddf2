/// Servers that a run of the program started and, killed, could not end: noted down while they run,
/// and ended by the next run.
@NullMarked
package dev.benchlight.app.leftovers;

import org.jspecify.annotations.NullMarked;
