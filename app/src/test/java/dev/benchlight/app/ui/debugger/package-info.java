@NullMarked
package dev.benchlight.app.ui.debugger;

import org.jspecify.annotations.NullMarked;
