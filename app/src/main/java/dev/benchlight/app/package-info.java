/// The program: where it starts and how its parts are wired.
@NullMarked
package dev.benchlight.app;

import org.jspecify.annotations.NullMarked;
