/// The traces dock and the Inspector pane. Knows no other feature of the window.
@NullMarked
package dev.benchlight.app.ui.traces;

import org.jspecify.annotations.NullMarked;
