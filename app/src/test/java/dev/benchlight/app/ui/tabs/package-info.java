/// Tests.
@NullMarked
package dev.benchlight.app.ui.tabs;

import org.jspecify.annotations.NullMarked;
