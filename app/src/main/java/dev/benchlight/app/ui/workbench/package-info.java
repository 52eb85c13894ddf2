/// The port between the window and what is shown in its tabs. Features depend on it; it depends on
/// no feature.
@NullMarked
package dev.benchlight.app.ui.workbench;

import org.jspecify.annotations.NullMarked;
