/// What the doctor found of a server, and what of its catalogue changed, as sections of its tab.
@NullMarked
package dev.benchlight.app.ui.doctor;

import org.jspecify.annotations.NullMarked;
