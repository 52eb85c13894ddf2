/// What servers ask of the user, and the panel in which it is answered.
@NullMarked
package dev.benchlight.app.ui.asks;

import org.jspecify.annotations.NullMarked;
