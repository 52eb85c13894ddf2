/// Tests.
@NullMarked
package dev.benchlight.app.ui.result;

import org.jspecify.annotations.NullMarked;
