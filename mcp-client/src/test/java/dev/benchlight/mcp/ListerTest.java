package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.CacheHints.Scope;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HttpAuthorization;
import dev.benchlight.trace.SpanNote;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Listings that hold for a while ("Caching", 2026-07-28).
class ListerTest {
    private static final String LONG = ",\"ttlMs\":3600000,\"cacheScope\":\"public\"";

    private final EventLog log = new EventLog();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    /// A server with two pages of tools and no prompts.
    private static ScriptedWire server(String first, String second) {
        return new ScriptedWire((wire, sent) -> {
            String cursor = sent.json().at("/params/cursor").asString("");
            switch (sent.method()) {
                case "server/discover" ->
                        wire.result(
                                sent,
                                "{\"supportedVersions\":[\"2026-07-28\"],"
                                        + "\"capabilities\":{\"tools\":{},\"prompts\":{}}}");
                case "tools/list" ->
                        wire.result(
                                sent,
                                cursor.isEmpty()
                                        ? "{\"tools\":[],\"nextCursor\":\"2\"" + first + "}"
                                        : "{\"tools\":[{\"name\":\"a\",\"inputSchema\":{}}]"
                                                + second
                                                + "}");
                case "prompts/list" -> wire.result(sent, "{\"prompts\":[]" + LONG + "}");
                default -> {}
            }
        });
    }

    private McpSession connect(ScriptedWire wire, SessionOptions options) {
        McpSession session =
                new McpSession(
                        new ServerConfig.Http("s", URI.create("http://h/mcp"), Map.of()),
                        options,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    private McpSession connect(ScriptedWire wire) {
        return connect(wire, SessionOptions.DEFAULT);
    }

    private Call<Listing<Tool>> list(McpSession session) {
        Call<Listing<Tool>> call = session.listTools(CallOptions.DEFAULT);
        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok -> assertThat(ok.value().toString()).contains("\"a\""));
        return call;
    }

    /// Tells who asks by a token that the test changes.
    private static final class Token implements HttpAuthorization {
        private volatile String value = "one";

        @Override
        public Map<String, String> headers(String method, URI url, boolean renew) {
            return Map.of("Authorization", "Bearer " + value);
        }

        @Override
        public CompletableFuture<Verdict> refused(Refusal refusal) {
            return CompletableFuture.completedFuture(new Verdict.Leave());
        }

        @Override
        public void stop() {}
    }

    @ParameterizedTest
    @CsvSource({"public, 2", "private, 4"})
    void whatIsPrivateIsNotKeptForWhoeverSignsInNext(String scope, int requests) {
        String hints = ",\"ttlMs\":3600000,\"cacheScope\":\"" + scope + "\"";
        Token token = new Token();
        ScriptedWire wire = server(hints, hints);
        McpSession session = connect(wire, SessionOptions.DEFAULT.with(token));
        session.listTools(CallOptions.DEFAULT).await();
        session.listTools(CallOptions.DEFAULT).await();
        assertThat(wire.sent("tools/list")).hasSize(2);

        token.value = "two";
        session.listTools(CallOptions.DEFAULT).await();
        session.listTools(CallOptions.DEFAULT).await();
        assertThat(wire.sent("tools/list")).hasSize(requests);
    }

    @Test
    void oneThatHoldsIsAnsweredFromMemoryAndTheTraceSaysSo() {
        ScriptedWire wire = server(LONG, LONG);
        McpSession session = connect(wire);
        list(session);
        Call<Listing<Tool>> again = list(session);

        assertThat(wire.sent("tools/list")).hasSize(2);
        assertThat(log.notes(again.span(), SpanNote.Type.STEP))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).startsWith("not sent: the last answer"));
        assertThat(log.ended(again.span()).summary()).isEqualTo("1 from memory");
        assertThat(again.await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok -> {
                            Listing<?> listing = (Listing<?>) ok.value();
                            assertThat(listing.remembered()).isTrue();
                            assertThat(listing.freshUntil())
                                    .isEqualTo(listing.asked().map(at -> at.plusSeconds(3600)));
                        });
    }

    @Test
    void oneThatALimitStoppedIsGoneOnWithAndComesAsFarTheNextTime() {
        Limits few = new Limits(1 << 20, 1 << 20, 500, 1_000, 1 << 10, 1, 10, 1 << 10);
        SessionOptions defaults = SessionOptions.DEFAULT;
        ScriptedWire wire = server("", "");
        McpSession session =
                connect(
                        wire,
                        new SessionOptions(null, defaults.connectTimeout(), defaults.grace(), few));
        Listing<Tool> first = ok(session.listTools(CallOptions.DEFAULT));
        assertThat(first.canGoOn()).isTrue();
        assertThat(first.complete()).isFalse();

        session.goOnListing("tools/list");
        Listing<Tool> more = ok(session.listTools(CallOptions.DEFAULT));
        assertThat(more.complete()).isTrue();
        assertThat(more.pages()).hasSize(2);
        assertThat(wire.sent("tools/list")).hasSize(2);

        assertThat(ok(session.listTools(CallOptions.DEFAULT)).complete()).isTrue();
        assertThat(wire.sent("tools/list")).hasSize(4);
    }

    private static <T> T ok(Call<T> call) {
        if (call.await() instanceof Outcome.Ok<T>(T value)) {
            return value;
        }
        throw new AssertionError(call.await());
    }

    @Test
    void aChangeOrTheUserHasItAskedForAgain() {
        ScriptedWire wire = server(LONG, LONG);
        McpSession session = connect(wire);
        list(session);
        session.listPrompts(CallOptions.DEFAULT).await();
        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
        list(session);
        session.listPrompts(CallOptions.DEFAULT).await();
        assertThat(wire.sent("tools/list")).hasSize(4);
        assertThat(wire.sent("prompts/list")).hasSize(1);

        session.forgetListings();
        list(session);
        session.listPrompts(CallOptions.DEFAULT).await();
        assertThat(wire.sent("tools/list")).hasSize(6);
        assertThat(wire.sent("prompts/list")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"ttlMs\":0", ",\"ttlMs\":-5", ",\"ttlMs\":\"9999\""})
    void oneWithAPageThatDoesNotHoldIsAskedForEachTime(String hints) {
        ScriptedWire wire = server(LONG, hints);
        McpSession session = connect(wire);
        list(session);
        list(session);
        assertThat(wire.sent("tools/list")).hasSize(4);
    }

    @Test
    void anOlderServerKnowsNoHints() {
        ScriptedWire wire = server(LONG, LONG);
        McpSession session = connect(wire, SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY));
        list(session);
        list(session);
        assertThat(wire.sent("tools/list")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'ttlMs':1500,'cacheScope':'public'}; 1500; PUBLIC",
                "{'ttlMs':1500,'cacheScope':'private'}; 1500; PRIVATE",
                "{'ttlMs':1e300,'cacheScope':'all'}; 86400000; PRIVATE",
                "{'ttlMs':-1}; 0; PRIVATE",
                "{'ttlMs':null}; 0; PRIVATE",
                "{}; 0; PRIVATE",
            })
    void hintsAreReadWithCare(String json, long millis, Scope scope) {
        CacheHints hints = CacheHints.of(JsonMapper.shared().readTree(json.replace('\'', '"')));
        assertThat(hints).isEqualTo(new CacheHints(Duration.ofMillis(millis), scope));
    }

    @Test
    void aListingHoldsAsLongAsItsShortestPageAndForTheFewest() {
        Listing<Tool> listing =
                new Listing<>(
                        List.of(),
                        List.of(
                                JsonMapper.shared().readTree("{\"ttlMs\":5000}"),
                                JsonMapper.shared()
                                        .readTree("{\"ttlMs\":70,\"cacheScope\":\"public\"}")),
                        List.of(),
                        true);
        assertThat(listing.cacheHints())
                .isEqualTo(new CacheHints(Duration.ofMillis(70), Scope.PRIVATE));
    }
}
