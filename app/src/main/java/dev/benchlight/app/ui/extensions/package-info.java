/// The extensions of the protocol that a server and this client declare.
@NullMarked
package dev.benchlight.app.ui.extensions;

import org.jspecify.annotations.NullMarked;
