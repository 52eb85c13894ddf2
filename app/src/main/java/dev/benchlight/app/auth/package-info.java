/// Authorisation for the sessions of window and command line: who signs in, where, and where tokens
/// are kept.
@NullMarked
package dev.benchlight.app.auth;

import org.jspecify.annotations.NullMarked;
