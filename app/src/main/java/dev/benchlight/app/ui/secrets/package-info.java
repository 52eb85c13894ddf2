/// Where the user unlocks the secrets, and hears where they are kept.
@NullMarked
package dev.benchlight.app.ui.secrets;

import org.jspecify.annotations.NullMarked;
