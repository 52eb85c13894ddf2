/// Tests of the history.
@NullMarked
package dev.benchlight.app.ui.history;

import org.jspecify.annotations.NullMarked;
