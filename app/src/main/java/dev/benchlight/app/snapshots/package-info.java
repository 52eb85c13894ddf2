/// What a server offered when it was last accepted, and what of it has changed since.
@NullMarked
package dev.benchlight.app.snapshots;

import org.jspecify.annotations.NullMarked;
