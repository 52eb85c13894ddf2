/// The trace store and the rows it gives.
@NullMarked
package dev.benchlight.app.traces;

import org.jspecify.annotations.NullMarked;
