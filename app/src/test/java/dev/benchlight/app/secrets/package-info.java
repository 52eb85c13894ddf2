@NullMarked
package dev.benchlight.app.secrets;

import org.jspecify.annotations.NullMarked;
