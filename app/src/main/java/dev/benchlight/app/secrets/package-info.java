/// Secrets by name: encrypted in a file whose key the system's keychain or a passphrase guards, or
/// in memory. Never in the open.
@NullMarked
package dev.benchlight.app.secrets;

import org.jspecify.annotations.NullMarked;
