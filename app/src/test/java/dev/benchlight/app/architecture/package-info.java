/// Rules of the code base, as tests.
@NullMarked
package dev.benchlight.app.architecture;

import org.jspecify.annotations.NullMarked;
