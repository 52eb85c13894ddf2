/// What the window remembers between runs.
@NullMarked
package dev.benchlight.app.ui.settings;

import org.jspecify.annotations.NullMarked;
