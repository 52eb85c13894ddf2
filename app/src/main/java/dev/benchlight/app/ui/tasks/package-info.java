/// The tasks of a server, as a section of its tab.
@NullMarked
package dev.benchlight.app.ui.tasks;

import org.jspecify.annotations.NullMarked;
