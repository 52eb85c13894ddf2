/// The command palette: search and run anything.
@NullMarked
package dev.benchlight.app.ui.palette;

import org.jspecify.annotations.NullMarked;
