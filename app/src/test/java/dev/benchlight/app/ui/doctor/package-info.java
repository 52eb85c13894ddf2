@NullMarked
package dev.benchlight.app.ui.doctor;

import org.jspecify.annotations.NullMarked;
