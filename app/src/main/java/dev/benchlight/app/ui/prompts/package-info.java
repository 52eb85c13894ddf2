/// Prompts in tabs.
@NullMarked
package dev.benchlight.app.ui.prompts;

import org.jspecify.annotations.NullMarked;
