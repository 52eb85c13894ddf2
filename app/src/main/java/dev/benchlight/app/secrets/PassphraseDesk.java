package dev.benchlight.app.secrets;

import java.util.Optional;

/// Where the user is asked for the passphrase of the file with the secrets. Asked on threads that
/// may wait.
@FunctionalInterface
public interface PassphraseDesk {
    /// Asks nobody.
    PassphraseDesk NONE = _ -> Optional.empty();

    /// Waits for the user as long as it takes.
    ///
    /// @param trouble why what was given before does not do, a sentence; empty the first time
    /// @return empty if the user gives none
    /// @throws InterruptedException nobody waits for the answer any more
    Optional<String> ask(String trouble) throws InterruptedException;
}
