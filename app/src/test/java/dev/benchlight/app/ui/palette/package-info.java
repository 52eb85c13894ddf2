/// Tests of the command palette.
@NullMarked
package dev.benchlight.app.ui.palette;

import org.jspecify.annotations.NullMarked;
