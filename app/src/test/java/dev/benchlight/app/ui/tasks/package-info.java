@NullMarked
package dev.benchlight.app.ui.tasks;

import org.jspecify.annotations.NullMarked;
