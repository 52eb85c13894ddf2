/// Workspace folders, server entries, trust, and the user's data folder.
@NullMarked
package dev.benchlight.app.workspace;

import org.jspecify.annotations.NullMarked;
