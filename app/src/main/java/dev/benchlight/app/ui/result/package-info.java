/// A tab that makes one kind of call, and the pane that shows what came of it.
@NullMarked
package dev.benchlight.app.ui.result;

import org.jspecify.annotations.NullMarked;
