/// Tests.
@NullMarked
package dev.benchlight.app.ui.traces;

import org.jspecify.annotations.NullMarked;
