package dev.benchlight.app.ui.signin;

import dev.benchlight.app.auth.SignIn;
import dev.benchlight.app.ui.signin.Question.Answer;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.Browser;
import dev.benchlight.mcp.auth.OAuth;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Signing in to one server, whatever session it is for: shows the question that stands, keeps what
/// happened for the debugger, and does what the user wants. Thread-safe; no method blocks.
public final class ServerSignIn {
    private volatile String server = "";
    private final Browser browser;
    private final SignInChoices choices;
    private final Consumer<URI> clipboard;
    private final Runnable changed;
    private final AtomicReference<SignInState> now = new AtomicReference<>(SignInState.NONE);
    private final AtomicReference<@Nullable CompletableFuture<Answer>> asked =
            new AtomicReference<>();
    private volatile @Nullable OAuth oauth;

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

    /// Says yes or no to what is asked now; no effect if nothing is.
    public void answer(Answer answer) {
        CompletableFuture<Answer> waiting = asked.get();
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

    /// What one session asks and tells, from now on. An older session of the same server may still
    /// be about to end.
    SignIn session() {
        return new SessionSignIn(this, browser, choices, clipboard, server);
    }

    void using(OAuth made) {
        oauth = made;
        changed.run();
    }

    void at(URI page) {
        become(state -> state.at(page));
    }

    void began() {
        become(SignInState::began);
    }

    void took(AuthStep step) {
        boolean back = !step.name().equals("authorization request");
        become(state -> back ? state.took(step).at(null) : state.took(step));
    }

    void ended(@Nullable AuthFault fault) {
        become(state -> state.ended(fault));
    }

    /// Shows a question in place of one that may still stand.
    ///
    /// @param answer what the user will say
    void ask(Question question, CompletableFuture<Answer> answer) {
        asked.set(answer);
        become(state -> state.asking(question));
    }

    /// Shows a question no more, unless another stands in its place by now.
    void askNoMore(CompletableFuture<Answer> answer) {
        if (asked.compareAndSet(answer, null)) {
            become(state -> state.asking(null));
        }
    }

    private void become(UnaryOperator<SignInState> change) {
        now.updateAndGet(change);
        changed.run();
    }
}
