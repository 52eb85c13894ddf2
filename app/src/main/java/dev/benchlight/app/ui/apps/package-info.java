/// Apps of tools: their source, what they declare, and what is wrong with that.
@NullMarked
package dev.benchlight.app.ui.apps;

import org.jspecify.annotations.NullMarked;
