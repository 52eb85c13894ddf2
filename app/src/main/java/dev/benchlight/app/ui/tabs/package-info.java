/// Opens the right tab for a place.
@NullMarked
package dev.benchlight.app.ui.tabs;

import org.jspecify.annotations.NullMarked;
