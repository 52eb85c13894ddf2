@NullMarked
package dev.benchlight.app.traces;

import org.jspecify.annotations.NullMarked;
