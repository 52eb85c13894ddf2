@NullMarked
package dev.benchlight.app.ui.fx;

import org.jspecify.annotations.NullMarked;
