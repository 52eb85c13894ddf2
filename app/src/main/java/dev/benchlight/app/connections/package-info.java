/// Servers the user works with, each with its session and catalogue.
@NullMarked
package dev.benchlight.app.connections;

import org.jspecify.annotations.NullMarked;
