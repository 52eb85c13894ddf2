@NullMarked
package dev.benchlight.app.auth;

import org.jspecify.annotations.NullMarked;
