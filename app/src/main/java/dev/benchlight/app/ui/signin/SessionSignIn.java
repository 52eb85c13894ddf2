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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Asks the user on behalf of one session. Called on threads of the engine, which wait for the
/// answer; that a session ends answers its own question and no other's. Thread-safe.
final class SessionSignIn implements SignIn {
    private final ServerSignIn shared;
    private final Browser browser;
    private final SignInChoices choices;
    private final Consumer<URI> clipboard;
    private final String server;
    private volatile @Nullable CompletableFuture<Answer> asked;
    private volatile boolean copies;

    /// @param server its URL
    SessionSignIn(
            ServerSignIn shared,
            Browser browser,
            SignInChoices choices,
            Consumer<URI> clipboard,
            String server) {
        this.shared = shared;
        this.browser = browser;
        this.choices = choices;
        this.clipboard = clipboard;
        this.server = server;
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
        shared.at(page);
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
        if (!shared.state().stepwise()) {
            return true;
        }
        return switch (ask(new Question.NextStep(next))) {
            case GO, COPY -> true;
            case ALWAYS -> {
                shared.stepByStep(false);
                yield true;
            }
            case STOP -> false;
        };
    }

    @Override
    public void stop() {
        CompletableFuture<Answer> waiting = asked;
        if (waiting != null) {
            waiting.complete(Answer.STOP);
        }
    }

    @Override
    public void using(OAuth oauth) {
        shared.using(oauth);
    }

    @Override
    public void began() {
        shared.began();
    }

    @Override
    public void took(AuthStep step) {
        shared.took(step);
    }

    @Override
    public void ended(@Nullable AuthFault fault) {
        shared.ended(fault);
    }

    /// Waits for the user as long as it takes. A session asks one question at a time, since one
    /// attempt of it runs at a time.
    private Answer ask(Question question) throws InterruptedException {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        asked = answer;
        shared.ask(question, answer);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            asked = null;
            shared.askNoMore(answer);
        }
    }
}
