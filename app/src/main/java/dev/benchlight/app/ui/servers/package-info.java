/// The servers in the sidebar: their state, what they offer, adding and approving them.
@NullMarked
package dev.benchlight.app.ui.servers;

import org.jspecify.annotations.NullMarked;
