/// Text that others wrote, made safe to show.
@NullMarked
package dev.benchlight.app.text;

import org.jspecify.annotations.NullMarked;
