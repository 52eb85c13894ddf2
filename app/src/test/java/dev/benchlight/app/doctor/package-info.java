@NullMarked
package dev.benchlight.app.doctor;

import org.jspecify.annotations.NullMarked;
