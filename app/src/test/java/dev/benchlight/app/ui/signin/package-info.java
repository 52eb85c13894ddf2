@NullMarked
package dev.benchlight.app.ui.signin;

import org.jspecify.annotations.NullMarked;
