package dev.benchlight.mcp;

import static dev.benchlight.mcp.Answered.ok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.Map;

/// What a server of 2026-07-28 says of how long a resource that was read holds.
class ReadResultTest {
    private static final String READ =
            """
            {"resultType":"complete","contents":[{"uri":"a:b","text":"x"}],\
            "ttlMs":60000,"cacheScope":"private"}\
            """;

    @Test
    void itStandsInTheTraceAndEachReadIsSentAllTheSame() {
        EventLog log = new EventLog();
        ScriptedWire wire =
                new ScriptedWire((over, sent) -> {
                    if (sent.method().equals("server/discover")) {
                        over.result(
                                sent,
                                "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":"
                                        + "{\"resources\":{}}}");
                    } else {
                        over.result(sent, READ);
                    }
                });
        try (McpSession session =
                new McpSession(
                        new ServerConfig.Http("s", URI.create("http://h/mcp"), Map.of()),
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        wire)) {
            ok(session.connect());
            for (int reads = 1; reads <= 2; reads++) {
                Call<ReadResult> call = session.readResource("a:b", CallOptions.DEFAULT);
                assertThat(ok(call).cacheHints().scope()).isEqualTo(CacheHints.Scope.PRIVATE);
                assertThat(log.ended(call.span()).summary())
                        .isEqualTo("1 content, holds for 60 s (private)");
                assertThat(wire.sent("resources/read")).hasSize(reads);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; ''",
                "{\"ttlMs\":0,\"cacheScope\":\"public\"}; ''",
                "{\"ttlMs\":1500,\"cacheScope\":\"public\"}; ', holds for 1.5 s (public)'",
                "{\"ttlMs\":1e300}; ', holds for 86400 s (private)'"
            })
    void itIsSaidInWords(String result, String words) {
        assertThat(CacheHints.of(JsonMapper.shared().readTree(result)).words()).isEqualTo(words);
    }
}
