/// Tests of the sidebar, adding and approving servers.
@NullMarked
package dev.benchlight.app.ui.servers;

import org.jspecify.annotations.NullMarked;
