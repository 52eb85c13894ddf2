/// The embedded demo server.
@NullMarked
package dev.benchlight.app.demo;

import org.jspecify.annotations.NullMarked;
