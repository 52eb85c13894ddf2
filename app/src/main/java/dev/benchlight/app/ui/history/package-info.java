/// The calls of this run and of earlier ones, to look at and to make again.
@NullMarked
package dev.benchlight.app.ui.history;

import org.jspecify.annotations.NullMarked;
