@NullMarked
package dev.benchlight.app.checkup;

import org.jspecify.annotations.NullMarked;
