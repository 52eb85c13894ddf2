/// The tab of a server as a whole, and what all of its sections have in common. Knows no section of
/// another feature's: they are put together where tabs are.
@NullMarked
package dev.benchlight.app.ui.server;

import org.jspecify.annotations.NullMarked;
