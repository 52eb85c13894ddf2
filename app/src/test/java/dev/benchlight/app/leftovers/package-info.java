@NullMarked
package dev.benchlight.app.leftovers;

import org.jspecify.annotations.NullMarked;
