package dev.benchlight.app.secrets;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// Asks for a passphrase until one opens what is locked or the user gives none. Whoever needs it
/// meanwhile waits for the same answer; no lock is held. Thread-safe.
final class Unlocking {
    private final PassphraseDesk desk;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> asking =
            new AtomicReference<>();

    Unlocking(PassphraseDesk desk) {
        this.desk = desk;
    }

    /// Whether there is anybody to ask.
    @SuppressWarnings("ReferenceEquality")
    boolean isPossible() {
        return desk != PassphraseDesk.NONE;
    }

    /// @param locked whether there is still anything to ask for
    /// @param tried opens it; what it returns is why it could not
    /// @param refused runs where the user gives none
    void run(BooleanSupplier locked, UnaryOperator<String> tried, Runnable refused) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> before = asking.compareAndExchange(null, mine);
        if (before != null) {
            before.join();
            return;
        }
        try {
            String trouble = "";
            while (locked.getAsBoolean()) {
                Optional<String> given = desk.ask(trouble);
                if (given.isEmpty()) {
                    refused.run();
                    return;
                }
                trouble = tried.apply(given.get());
            }
        } catch (InterruptedException _) {
            // It is asked for again when the next one needs it.
            Thread.currentThread().interrupt();
        } finally {
            asking.set(null);
            mine.complete(true);
        }
    }
}
