package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of 2026-07-28 over HTTP whose response breaks off before the answer.
class LostAnswerTest {
    private static final String TOOLS =
            "{\"tools\":[{\"name\":\"reads\",\"inputSchema\":{},"
                    + "\"annotations\":{\"readOnlyHint\":true}},"
                    + "{\"name\":\"repeats\",\"inputSchema\":{},"
                    + "\"annotations\":{\"idempotentHint\":true}},"
                    + "{\"name\":\"writes\",\"inputSchema\":{},"
                    + "\"annotations\":{\"readOnlyHint\":\"yes\"}}]}";

    private final EventLog log = new EventLog();
    private final AtomicInteger toLose = new AtomicInteger(1);
    private final ScriptedWire wire = new ScriptedWire(this::serve);
    private final McpSession session =
            new McpSession(
                    new ServerConfig.Http("s", URI.create("http://localhost/mcp"), Map.of()),
                    SessionOptions.DEFAULT,
                    ClientHandlers.NONE,
                    log,
                    new SessionListener() {},
                    wire);

    @AfterEach
    void close() {
        session.close();
    }

    private void serve(ScriptedWire at, Sent sent) {
        switch (sent.method()) {
            case "server/discover" ->
                    at.result(
                            sent,
                            "{\"supportedVersions\":[\"2026-07-28\"],"
                                    + "\"capabilities\":{\"tools\":{},\"resources\":{}}}");
            case "tools/list" -> at.result(sent, TOOLS);
            default -> {
                if (toLose.getAndDecrement() > 0) {
                    at.listener()
                            .exchangeEnded(
                                    sent.message().span(),
                                    Optional.of(
                                            WireFault.of(
                                                    WireFault.Kind.TRANSPORT,
                                                    "stream-ended",
                                                    "The event stream ended before the answer.")));
                } else {
                    at.result(sent, "{\"content\":[],\"contents\":[]}");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"reads", "repeats"})
    void aToolThatMayBeCalledAgainIsUnderANewId(String tool) {
        assertThat(call(tool)).isInstanceOf(Outcome.Ok.class);

        List<Sent> calls = sent("tools/call");
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).id()).isNotEqualTo(calls.get(1).id());
        SpanId first = calls.get(0).message().span();
        assertThat(log.started(calls.get(1).message().span()).parent()).isEqualTo(first);
        assertThat(log.notes(first, SpanNote.Type.STEP))
                .extracting(SpanNote::text)
                .containsExactly("the answer was lost; sent again under a new id");
    }

    @Test
    void aToolThatMayHaveDoneSomethingIsNotAndThatIsSaid() {
        assertThat(call("writes"))
                .isInstanceOfSatisfying(
                        Outcome.TransportError.class,
                        error -> assertThat(error.problem().code()).isEqualTo("stream-ended"));
        assertThat(sent("tools/call")).hasSize(1);
    }

    @Test
    void aResourceIsReadAgainButOnlyOnce() {
        connect();
        assertThat(session.readResource("demo://a", CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);

        toLose.set(2);
        assertThat(session.readResource("demo://a", CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.TransportError.class);
        assertThat(sent("resources/read")).hasSize(4);
    }

    private Outcome<ToolResult> call(String tool) {
        connect();
        session.listTools(CallOptions.DEFAULT).await();
        return session.callTool(tool, JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT)
                .await();
    }

    private void connect() {
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
    }

    private List<Sent> sent(String method) {
        return wire.sent().stream().filter(sent -> sent.method().equals(method)).toList();
    }
}
