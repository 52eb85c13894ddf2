@NullMarked
package dev.benchlight.app.apps;

import org.jspecify.annotations.NullMarked;
