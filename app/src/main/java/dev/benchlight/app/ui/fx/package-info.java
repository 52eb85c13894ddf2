/// What every screen needs of JavaFX: batching, theme, icons, dialogs.
@NullMarked
package dev.benchlight.app.ui.fx;

import org.jspecify.annotations.NullMarked;
