package dev.benchlight.app.ui.signin;

import dev.benchlight.app.auth.SignIn;
import dev.benchlight.app.ui.signin.Question.Answer;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthGate;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.Browser;
import dev.benchlight.mcp.auth.OAuth;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Signing in to one server: asks the user, keeps what happened for the debugger, and does what the
/// user wants. Questions are asked on threads of the engine, which wait; all else neither blocks
/// nor throws, except where it says so. Thread-safe.
public final class ServerSignIn implements SignIn {
    private volatile String server = "";
    private final Browser browser;
    private final SignInChoices choices;
    private final Consumer<URI> clipboard;
    private final Runnable changed;
    private final AtomicReference<SignInState> now = new AtomicReference<>(SignInState.NONE);
    private volatile @Nullable CompletableFuture<Answer> asked;
    private volatile @Nullable OAuth oauth;
    private volatile boolean copies;

    /// @param clipboard takes a page that the user wants to open by hand
    /// @param changed runs after each change, on any thread; must not block
    ServerSignIn(
            Browser browser, SignInChoices choices, Consumer<URI> clipboard, Runnable changed) {
        this.browser = browser;
        this.choices = choices;
        this.clipboard = clipboard;
        this.changed = changed;
    }

    public SignInState state() {
        SignInState state = Objects.requireNonNull(now.get());
        OAuth current = oauth;
        return current == null ? state : state.holding(current.tokens().orElse(null));
    }

    /// Hears of the URL that its server has now; whatever was true of another is forgotten.
    ServerSignIn at(String url) {
        if (!server.equals(url)) {
            if (!server.isEmpty()) {
                now.set(SignInState.NONE);
            }
            server = url;
        }
        return this;
    }

    /// Whether the browser opens without asking.
    public boolean opensUnasked() {
        return choices.opensUnasked(server);
    }

    /// Asks again before a browser is opened.
    public void askAgain() {
        choices.askAgain(server);
        changed.run();
    }

    @Override
    public void using(OAuth made) {
        oauth = made;
        changed.run();
    }

    /// Says yes or no to what is asked now; no effect if nothing is.
    public void answer(Answer answer) {
        CompletableFuture<Answer> waiting = asked;
        if (waiting != null) {
            waiting.complete(answer);
        }
    }

    /// Has the user asked before each step of the attempt that comes next.
    public void stepByStep(boolean wanted) {
        become(state -> state.stepwise(wanted));
    }

    /// Gets tokens anew, if there was a session before; returns at once.
    ///
    /// @return whether there was
    public boolean again() {
        OAuth current = oauth;
        if (current != null) {
            var _ = current.signIn();
        }
        return current != null;
    }

    /// Renews the tokens there are; returns at once.
    public void renew() {
        OAuth current = oauth;
        if (current != null) {
            var _ = current.renew();
        }
    }

    /// Forgets the tokens there are; returns at once.
    public void forget() {
        offThread(OAuth::forget);
    }

    /// Gives up the attempt that runs, whatever it waits for.
    public void cancel() {
        answer(Answer.STOP);
        offThread(OAuth::stop);
    }

    /// Opens the page again on which the user is to sign in.
    public void openAgain() {
        URI page = state().page();
        if (page != null) {
            Thread.ofVirtual()
                    .name("browser")
                    .start(() -> {
                        try {
                            browser.open(page);
                        } catch (IOException e) {
                            clipboard.accept(page);
                        }
                    });
        }
    }

    /// Gives the page on which the user is to sign in to the clipboard.
    public void copyPage() {
        URI page = state().page();
        if (page != null) {
            clipboard.accept(page);
        }
    }

    private void offThread(Consumer<OAuth> action) {
        OAuth current = oauth;
        if (current != null) {
            Thread.ofVirtual()
                    .name("sign-in")
                    .start(() -> {
                        action.accept(current);
                        changed.run();
                    });
        }
    }

    @Override
    public void ready(String issuer, List<String> scopes) throws AuthFault, InterruptedException {
        copies = false;
        if (choices.opensUnasked(server)) {
            return;
        }
        switch (ask(new Question.ToSignIn(issuer, scopes))) {
            case GO -> {}
            case ALWAYS -> choices.openUnasked(server);
            case COPY -> copies = true;
            case STOP ->
                    throw new AuthFault(
                            "oauth-cancelled",
                            "You did not sign in.",
                            "Connect again to be asked again.");
        }
    }

    @Override
    public void open(URI page) throws IOException {
        become(state -> state.at(page));
        if (copies) {
            clipboard.accept(page);
        } else {
            browser.open(page);
        }
    }

    @Override
    public boolean allows(URI origin) throws AuthFault {
        if (choices.allows(server, origin)) {
            return true;
        }
        try {
            if (ask(new Question.OtherOrigin(origin)) != Answer.STOP) {
                choices.allow(server, origin);
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AuthFault(
                "oauth-origin-not-allowed",
                "For its authorisation the server names another origin than its own, which was not"
                        + " contacted: "
                        + origin,
                "Connect again to be asked again.");
    }

    @Override
    public boolean pass(AuthGate.Planned next) throws InterruptedException {
        if (!state().stepwise()) {
            return true;
        }
        return switch (ask(new Question.NextStep(next))) {
            case GO, COPY -> true;
            case ALWAYS -> {
                stepByStep(false);
                yield true;
            }
            case STOP -> false;
        };
    }

    @Override
    public void stop() {
        answer(Answer.STOP);
    }

    @Override
    public void began() {
        become(SignInState::began);
    }

    @Override
    public void took(AuthStep step) {
        boolean back = !step.name().equals("authorization request");
        become(state -> back ? state.took(step).at(null) : state.took(step));
    }

    @Override
    public void ended(@Nullable AuthFault fault) {
        become(state -> state.ended(fault));
    }

    /// Waits for the user as long as it takes. One question stands at a time, since one attempt
    /// runs at a time.
    private Answer ask(Question question) throws InterruptedException {
        CompletableFuture<Answer> waiting = new CompletableFuture<>();
        asked = waiting;
        become(state -> state.asking(question));
        try {
            return waiting.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            asked = null;
            become(state -> state.asking(null));
        }
    }

    private void become(UnaryOperator<SignInState> change) {
        now.updateAndGet(change);
        changed.run();
    }
}
