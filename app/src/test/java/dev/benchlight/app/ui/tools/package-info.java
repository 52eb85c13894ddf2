/// Tests.
@NullMarked
package dev.benchlight.app.ui.tools;

import org.jspecify.annotations.NullMarked;
