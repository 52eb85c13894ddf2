package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.Channel;

import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// What a message goes through with a server that wants authorisation.
class PermissionTest {
    private static final String TOKEN = "Bearer token-";

    /// Hands out a new token for each refusal, as long as the verdict is to send again.
    private static final class Tokens implements HttpAuthorization {
        final List<Refusal> refusals = new CopyOnWriteArrayList<>();
        private final Function<Refusal, CompletableFuture<Verdict>> verdict;

        Tokens(Function<Refusal, CompletableFuture<Verdict>> verdict) {
            this.verdict = verdict;
        }

        static Tokens saying(Verdict verdict) {
            return new Tokens(_ -> CompletableFuture.completedFuture(verdict));
        }

        @Override
        public Map<String, String> headers(String method, URI url, boolean renew) {
            return refusals.isEmpty() ? Map.of() : Map.of("Authorization", TOKEN + refusals.size());
        }

        @Override
        public CompletableFuture<Verdict> refused(Refusal refusal) {
            refusals.add(refusal);
            return verdict.apply(refusal);
        }

        @Override
        public void stop() {}
    }

    private static LinkRun run(Tokens tokens) {
        return new LinkRun(Map.of(), Limits.DEFAULT, tokens);
    }

    private static List<String> sent(LinkRun run) throws InterruptedException {
        return run.requests().stream().map(PermissionTest::authorization).toList();
    }

    private static String authorization(RecordedRequest request) {
        return String.valueOf(request.getHeaders().get("Authorization"));
    }

    @Test
    void aMessageIsSentAgainOnceThereIsAToken() throws Exception {
        Tokens tokens = Tokens.saying(new HttpAuthorization.Verdict.Again());
        try (LinkRun run = run(tokens)) {
            run.answer(401, "WWW-Authenticate: Bearer scope=\"a\"", "");
            run.answer(200, "Content-Type: application/json", LinkRun.RESULT);
            assertThat(run.call()).isEmpty();
            assertThat(sent(run)).containsExactly("null", "Bearer token-1");
            assertThat(tokens.refusals.getFirst().challenges())
                    .containsExactly("Bearer scope=\"a\"");
            assertThat(tokens.refusals.getFirst().sent()).isNull();
            assertThat(run.log.texts(Channel.HTTP_REQUEST_HEAD).toString())
                    .doesNotContain("token-1");
        }
    }

    @Test
    void whatAuthorisationCannotMendStands() {
        try (LinkRun run = run(Tokens.saying(new HttpAuthorization.Verdict.Leave()))) {
            run.answer(403, "", "no");
            assertThat(run.call()).map(WireFault::code).contains("forbidden");
        }
        WireFault why = WireFault.of(WireFault.Kind.AUTH, "oauth-bad-iss", "Another issuer.");
        try (LinkRun run = run(Tokens.saying(new HttpAuthorization.Verdict.Failed(why)))) {
            run.answer(401, "WWW-Authenticate: Bearer", "");
            WireFault fault = run.call().orElseThrow();
            assertThat(fault.code()).isEqualTo("oauth-bad-iss");
            assertThat(String.valueOf(fault.details())).contains("\"status\":401");
        }
    }

    @Test
    void aServerThatIsNeverSatisfiedIsGivenUpOn() throws Exception {
        try (LinkRun run = run(Tokens.saying(new HttpAuthorization.Verdict.Again()))) {
            for (int i = 0; i < 20; i++) {
                run.answer(401, "WWW-Authenticate: Bearer", "");
            }
            assertThat(run.call()).map(WireFault::code).contains("unauthorized");
            assertThat(run.requests()).hasSize(6);
        }
    }

    @Test
    void aHeaderOfTheUsersOwnIsNotReplaced() throws Exception {
        Tokens tokens = Tokens.saying(new HttpAuthorization.Verdict.Again());
        tokens.refusals.add(new HttpAuthorization.Refusal(401, List.of(), null, Map.of(), 0));
        Map<String, String> own = Map.of("authorization", "Bearer mine");
        try (LinkRun run = new LinkRun(own, Limits.DEFAULT, tokens)) {
            run.answer(200, "Content-Type: application/json", LinkRun.RESULT);
            assertThat(run.call()).isEmpty();
            assertThat(sent(run)).containsExactly("Bearer mine");
        }
    }

    /// Fault T11.
    @Test
    void aTokenGoesToNoOtherOrigin() throws Exception {
        Tokens tokens = Tokens.saying(new HttpAuthorization.Verdict.Again());
        try (LinkRun run = run(tokens);
                LinkRun other = new LinkRun()) {
            run.answer(401, "WWW-Authenticate: Bearer", "");
            run.answer(307, "Location: " + other.server.url("/mcp"), "");
            assertThat(run.call()).map(WireFault::code).contains("redirect-other-origin");
            assertThat(sent(run)).containsExactly("null", "Bearer token-1");
            assertThat(other.server.getRequestCount()).isZero();
        }
    }

    @Test
    void cancellingEndsTheWaitForTheUser() {
        Cancellation cancellation = new Cancellation();
        Tokens tokens =
                new Tokens(_ -> {
                    cancellation.cancel();
                    return new CompletableFuture<>();
                });
        try (LinkRun run = run(tokens)) {
            run.answer(401, "WWW-Authenticate: Bearer", "");
            Optional<WireFault> fault = run.call(cancellation);
            assertThat(fault).isEmpty();
        }
    }
}
