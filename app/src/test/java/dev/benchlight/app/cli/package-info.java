/// Tests of the command line.
@NullMarked
package dev.benchlight.app.cli;

import org.jspecify.annotations.NullMarked;
