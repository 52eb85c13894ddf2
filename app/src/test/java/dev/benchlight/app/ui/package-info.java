/// Tests of the window.
@NullMarked
package dev.benchlight.app.ui;

import org.jspecify.annotations.NullMarked;
