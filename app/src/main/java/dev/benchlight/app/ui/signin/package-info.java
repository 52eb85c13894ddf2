/// Signing in to servers with OAuth: what the user is asked, and what came of it.
@NullMarked
package dev.benchlight.app.ui.signin;

import org.jspecify.annotations.NullMarked;
