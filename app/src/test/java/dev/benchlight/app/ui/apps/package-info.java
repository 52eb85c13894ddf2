@NullMarked
package dev.benchlight.app.ui.apps;

import org.jspecify.annotations.NullMarked;
