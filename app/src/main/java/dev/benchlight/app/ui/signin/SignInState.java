package dev.benchlight.app.ui.signin;

import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.Tokens;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is true of signing in to one server now. Immutable.
///
/// @param attempts the last ones, oldest first
/// @param question what the user is asked, or null
/// @param page where the user is signing in, or null
/// @param stepwise whether the user is asked before each step
/// @param tokens what there is now, or null
public record SignInState(
        List<Attempt> attempts,
        @Nullable Question question,
        @Nullable URI page,
        boolean stepwise,
        @Nullable Tokens tokens) {
    public static final SignInState NONE = new SignInState(List.of(), null, null, false, null);
    private static final int KEPT = 10;

    public SignInState {
        attempts = List.copyOf(attempts);
    }

    /// What the sidebar says beside the server's name; empty if nothing is wanted of the user.
    public String word() {
        return switch (question) {
            case Question.ToSignIn _ -> "needs sign-in";
            case Question.OtherOrigin _ -> "asks for consent";
            case Question.NextStep _ -> "paused";
            case null -> page == null ? "" : "waits for sign-in";
        };
    }

    /// Whether the user is to say or do something.
    public boolean wantsUser() {
        return question != null || page != null;
    }

    /// Whether an attempt is under way.
    public boolean running() {
        return !attempts.isEmpty() && attempts.getLast().running();
    }

    /// The newest attempt.
    public Optional<Attempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    /// The same with an attempt that begins.
    public SignInState began() {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(Attempt.first(attempts.isEmpty() ? 1 : attempts.getLast().number() + 1));
        return with(more.subList(Math.max(0, more.size() - KEPT), more.size()));
    }

    /// The same with a step of the attempt that runs.
    public SignInState took(AuthStep step) {
        return running() ? withLast(attempts.getLast().and(step)) : this;
    }

    /// The same when the attempt is over.
    ///
    /// @param fault why there is no token, or null
    public SignInState ended(@Nullable AuthFault fault) {
        SignInState over = running() ? withLast(attempts.getLast().ended(fault)) : this;
        return new SignInState(over.attempts, null, null, false, tokens);
    }

    private SignInState withLast(Attempt changed) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.set(all.size() - 1, changed);
        return with(all);
    }

    private SignInState with(List<Attempt> other) {
        return new SignInState(other, question, page, stepwise, tokens);
    }

    SignInState asking(@Nullable Question other) {
        return new SignInState(attempts, other, page, stepwise, tokens);
    }

    SignInState at(@Nullable URI other) {
        return new SignInState(attempts, question, other, stepwise, tokens);
    }

    SignInState stepwise(boolean other) {
        return new SignInState(attempts, question, page, other, tokens);
    }

    SignInState holding(@Nullable Tokens other) {
        return new SignInState(attempts, question, page, stepwise, other);
    }
}
