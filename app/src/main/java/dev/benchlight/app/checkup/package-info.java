/// What the doctor says of the servers that are connected, kept up with what they list.
@NullMarked
package dev.benchlight.app.checkup;

import org.jspecify.annotations.NullMarked;
