@NullMarked
package dev.benchlight.app.ui.server;

import org.jspecify.annotations.NullMarked;
