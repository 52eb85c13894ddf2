/// The window: its shell.
@NullMarked
package dev.benchlight.app.ui;

import org.jspecify.annotations.NullMarked;
