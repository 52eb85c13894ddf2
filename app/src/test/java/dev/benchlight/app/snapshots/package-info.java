@NullMarked
package dev.benchlight.app.snapshots;

import org.jspecify.annotations.NullMarked;
