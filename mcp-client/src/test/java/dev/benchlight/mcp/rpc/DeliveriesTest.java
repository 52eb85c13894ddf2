package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What the trace says of notifications and answers, which nobody answers.
class DeliveriesTest {
    private static final WireFault BLOCKED =
            WireFault.of(WireFault.Kind.TRANSPORT, "input-blocked", "it does not read");

    private final PeerRun run = new PeerRun();

    @AfterEach
    void close() {
        run.close();
    }

    private void sendBoth() {
        run.peer.notify("notifications/roots/list_changed", null, TraceId.random(), null);
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
    }

    private List<SpanEnded> ends() {
        assertThat(run.log.started(SpanKind.NOTIFICATION)).isNotEmpty();
        assertThat(run.log.started(SpanKind.SERVER_REQUEST)).isNotEmpty();
        return run.log.all(SpanEnded.class);
    }

    @Test
    void whatWasDeliveredEndsWellWithItsBytes() {
        sendBoth();
        assertThat(ends()).hasSize(2).allMatch(end -> end.status() == SpanStatus.OK);
        assertThat(ends()).allMatch(end -> end.bytesSent() > 0);
    }

    @Test
    void whatTheWireRefusesSaysSo() {
        run.wire.refusing(BLOCKED);
        sendBoth();
        assertThat(ends())
                .hasSize(2)
                .allMatch(end -> end.status() == SpanStatus.TRANSPORT_ERROR)
                .allMatch(end -> end.summary().equals("not delivered: it does not read"))
                .allMatch(end -> end.bytesSent() == 0);
        assertThat(ends()).extracting(SpanEnded::bytesReceived).containsExactlyInAnyOrder(0L, 40L);
    }

    @Test
    void aRefusalThatIsNotDeliveredSaysThatInstead() {
        run.wire.refusing(BLOCKED);
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sampling/createMessage\"}");
        Await.until("over", () -> !run.log.all(SpanEnded.class).isEmpty());
        assertThat(run.log.all(SpanEnded.class).getFirst().summary()).startsWith("not delivered: ");
    }

    @Test
    void whatWaitsWhenTheWireEndsWasNotDeliveredAndNeitherIsWhatComesLater() {
        run.wire.stalling();
        sendBoth();
        assertThat(ends()).isEmpty();
        run.wire.listener().closed(BLOCKED);
        assertThat(ends()).hasSize(2).allMatch(end -> end.status() == SpanStatus.TRANSPORT_ERROR);
        sendBoth();
        assertThat(ends()).hasSize(4).allMatch(end -> end.summary().startsWith("not delivered: "));
    }

    @Test
    void whatWaitsWhenTheSessionIsClosedIsCancelled() {
        run.wire.stalling();
        sendBoth();
        run.peer.shutDown();
        assertThat(ends()).hasSize(2).allMatch(end -> end.status() == SpanStatus.CANCELLED);
    }
}
