/// Looks for what makes a server hard or dangerous to use. Knows neither window nor command line.
@NullMarked
package dev.benchlight.app.doctor;

import org.jspecify.annotations.NullMarked;
