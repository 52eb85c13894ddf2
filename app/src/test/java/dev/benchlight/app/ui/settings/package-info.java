/// Tests of the program's own files.
@NullMarked
package dev.benchlight.app.ui.settings;

import org.jspecify.annotations.NullMarked;
