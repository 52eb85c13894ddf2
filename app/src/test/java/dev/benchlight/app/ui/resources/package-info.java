/// Tests.
@NullMarked
package dev.benchlight.app.ui.resources;

import org.jspecify.annotations.NullMarked;
