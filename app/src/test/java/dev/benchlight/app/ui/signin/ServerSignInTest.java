package dev.benchlight.app.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.auth.SignIn;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.app.ui.signin.Question.Answer;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthGate;
import dev.benchlight.mcp.auth.AuthStep;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the user is asked while authorisation waits, and what each answer does.
class ServerSignInTest {
    private static final URI PAGE = URI.create("https://auth.test/authorize?state=1");
    private static final URI ORIGIN = URI.create("https://auth.test/");
    private static final AuthGate.Planned NEXT =
            new AuthGate.Planned("token_endpoint", "POST", URI.create("https://a/t"), Map.of());

    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final List<URI> copied = new CopyOnWriteArrayList<>();
    private SignInChoices choices = SignInChoices.inMemory();
    @TempDir private Path folder;

    private ServerSignIn signIn() {
        return new ServerSignIn(opened::add, choices, copied::add, () -> {})
                .at("https://s.test/mcp");
    }

    @Test
    void noBrowserOpensBeforeTheUserSaysSo() throws Exception {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        CompletableFuture<String> ready = ready(session);
        assertThat(question(signIn))
                .isEqualTo(new Question.ToSignIn("https://auth.test", List.of("read", "write")));
        assertThat(signIn.state().word()).isEqualTo("needs sign-in");
        signIn.answer(Answer.GO);
        assertThat(ready.join()).isEqualTo("signed in");
        assertThat(signIn.state().wantsUser()).isFalse();
        session.open(PAGE);
        assertThat(opened).containsExactly(PAGE);
        assertThat(signIn.state().page()).isEqualTo(PAGE);
        session.took(new AuthStep("authorization response", null, List.of()));
        assertThat(signIn.state().page()).isNull();
    }

    @Test
    void whoWantsToOpenThePageByHandGetsItsAddress() throws Exception {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        CompletableFuture<String> ready = ready(session);
        question(signIn);
        signIn.answer(Answer.COPY);
        assertThat(ready.join()).isEqualTo("signed in");
        session.open(PAGE);
        assertThat(opened).isEmpty();
        assertThat(copied).containsExactly(PAGE);
    }

    @Test
    void toGiveUpIsNoFailureOfTheServers() {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        CompletableFuture<String> ready = ready(session);
        question(signIn);
        signIn.cancel();
        assertThat(ready.join()).isEqualTo("oauth-cancelled");
    }

    @Test
    void aServerThatMayOpenThePageIsNotAskedAboutAgainUntilTheUserWantsIt() {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        CompletableFuture<String> ready = ready(session);
        question(signIn);
        signIn.answer(Answer.ALWAYS);
        ready.join();
        assertThat(ready(session).join()).isEqualTo("signed in");
        assertThat(signIn.opensUnasked()).isTrue();
        signIn.askAgain();
        CompletableFuture<String> again = ready(session);
        assertThat(question(signIn)).isInstanceOf(Question.ToSignIn.class);
        session.stop();
        assertThat(again.join()).isEqualTo("oauth-cancelled");
    }

    @Test
    void anotherOriginIsNamedAndAskedForOnce() {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        CompletableFuture<String> first = later(() -> "" + session.allows(ORIGIN));
        assertThat(question(signIn)).isEqualTo(new Question.OtherOrigin(ORIGIN));
        signIn.answer(Answer.STOP);
        assertThat(first.join()).isEqualTo("oauth-origin-not-allowed");
        CompletableFuture<String> second = later(() -> "" + session.allows(ORIGIN));
        question(signIn);
        signIn.answer(Answer.GO);
        assertThat(second.join()).isEqualTo("true");
        assertThat(later(() -> "" + session.allows(ORIGIN)).join()).isEqualTo("true");
    }

    @Test
    void stepsWaitOnlyWhereTheUserWantsToGoStepByStep() throws Exception {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        assertThat(session.pass(NEXT)).isTrue();
        signIn.stepByStep(true);
        CompletableFuture<String> step = later(() -> "" + session.pass(NEXT));
        assertThat(question(signIn)).isEqualTo(new Question.NextStep(NEXT));
        signIn.answer(Answer.STOP);
        assertThat(step.join()).isEqualTo("false");
        CompletableFuture<String> rest = later(() -> "" + session.pass(NEXT));
        question(signIn);
        signIn.answer(Answer.ALWAYS);
        assertThat(rest.join()).isEqualTo("true");
        assertThat(session.pass(NEXT)).isTrue();
    }

    @Test
    void theEndOfAnOlderSessionLeavesTheQuestionOfTheNewerOne() {
        ServerSignIn signIn = signIn();
        SignIn older = signIn.session();
        SignIn newer = signIn.session();
        CompletableFuture<String> first = ready(older);
        question(signIn);
        CompletableFuture<String> second = later(() -> "" + newer.allows(ORIGIN));
        Await.until(
                "the newer question", () -> new Question.OtherOrigin(ORIGIN).equals(asked(signIn)));
        older.stop();
        assertThat(first.join()).isEqualTo("oauth-cancelled");
        assertThat(asked(signIn)).isEqualTo(new Question.OtherOrigin(ORIGIN));
        signIn.answer(Answer.GO);
        assertThat(second.join()).isEqualTo("true");
        assertThat(asked(signIn)).isNull();
    }

    private static @Nullable Question asked(ServerSignIn signIn) {
        return signIn.state().question();
    }

    @Test
    void whatWasAllowedIsKeptByServer() {
        JsonFile file = new JsonFile(folder.resolve("sign-ins.json"), new SaveTroubles());
        SignInChoices before = SignInChoices.in(file);
        before.allow("https://s.test/mcp", ORIGIN);
        before.openUnasked("https://s.test/mcp");
        assertThat(file.flush()).isTrue();
        choices = SignInChoices.in(file);
        assertThat(signIn().opensUnasked()).isTrue();
        assertThat(choices.allows("https://s.test/mcp", ORIGIN)).isTrue();
        assertThat(choices.allows("https://other.test/mcp", ORIGIN)).isFalse();
        assertThat(choices.opensUnasked("https://other.test/mcp")).isFalse();
    }

    @Test
    void aServerWithAnotherUrlStartsAnew() {
        ServerSignIn signIn = signIn();
        SignIn session = signIn.session();
        session.began();
        session.ended(null);
        assertThat(signIn.at("https://s.test/mcp").state().attempts()).hasSize(1);
        assertThat(signIn.at("https://t.test/mcp").state().attempts()).isEmpty();
    }

    private static Question question(ServerSignIn signIn) {
        Await.until("the question", () -> asked(signIn) != null);
        return Objects.requireNonNull(asked(signIn));
    }

    private static CompletableFuture<String> ready(SignIn session) {
        return later(() -> {
            session.ready("https://auth.test", List.of("read", "write"));
            return "signed in";
        });
    }

    /// What comes of it, or the code of its fault.
    private static CompletableFuture<String> later(Callable<String> action) {
        CompletableFuture<String> done = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        done.complete(action.call());
                    } catch (AuthFault fault) {
                        done.complete(fault.code());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }
}
