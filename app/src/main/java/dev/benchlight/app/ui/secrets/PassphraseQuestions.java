package dev.benchlight.app.ui.secrets;

import dev.benchlight.app.secrets.PassphraseDesk;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Asks for the passphrase of the secrets in a dialog of the window. Thread-safe.
public final class PassphraseQuestions implements PassphraseDesk {
    private final FxBatcher fx;
    private final CompletableFuture<Dialogs> dialogs = new CompletableFuture<>();

    public PassphraseQuestions(FxBatcher fx) {
        this.fx = fx;
    }

    /// From now on there is a window to ask in.
    public void askThrough(Dialogs shown) {
        dialogs.complete(shown);
    }

    @Override
    public Optional<String> ask(String trouble) throws InterruptedException {
        return ask(() -> PassphrasePane.toOpen(trouble), "Unlock your secrets");
    }

    /// Asks for a passphrase that is to guard a new file; waits for the user.
    ///
    /// @return empty if the user gives none
    /// @throws InterruptedException nobody waits for the answer any more
    public Optional<String> askForNew() throws InterruptedException {
        return ask(PassphrasePane::toGuard, "Keep secrets in a file");
    }

    private Optional<String> ask(Supplier<PassphrasePane> pane, String title)
            throws InterruptedException {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        AtomicReference<Runnable> close = new AtomicReference<>(() -> {});
        try {
            Dialogs shown = dialogs.get();
            fx.run(() -> close.set(show(shown, pane, title, answer)));
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            answer.complete(Optional.empty());
            fx.run(() -> Objects.requireNonNull(close.get()).run());
        }
    }

    private static Runnable show(
            Dialogs dialogs,
            Supplier<PassphrasePane> asked,
            String title,
            CompletableFuture<Optional<String>> answer) {
        if (answer.isDone()) {
            return () -> {};
        }
        PassphrasePane pane = asked.get();
        Runnable close = dialogs.show(title, pane, () -> answer.complete(Optional.empty()));
        pane.onDecision(
                given -> answer.complete(Optional.of(given)),
                () -> answer.complete(Optional.empty()));
        pane.focus();
        return close;
    }
}
