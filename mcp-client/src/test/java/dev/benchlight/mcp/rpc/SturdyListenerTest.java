package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// A bug of those who listen is reported, and the reading thread goes on.
class SturdyListenerTest {
    private final PeerRun run = new PeerRun();
    private final List<String> bugs = new ArrayList<>();

    @BeforeEach
    void listenForBugs() {
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, bug) -> bugs.add("" + bug.getMessage()));
    }

    @AfterEach
    void close() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
        run.close();
    }

    private static Outcome<JsonNode> bug(String what) {
        throw new IllegalStateException(what);
    }

    @Test
    void aListenerThatThrowsIsReportedAndTheAnswerArrives() {
        Call<JsonNode> call =
                run.call(CallOptions.DEFAULT.withProgress(progress -> bug("in progress")));
        run.progress(1);
        run.answer(1);
        assertThat(bugs).containsExactly("in progress");
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aReaderThatThrowsFailsItsOwnCallOnly() {
        RpcRequest<JsonNode> request =
                new RpcRequest<>("m", "", null, false, json -> bug("in the reader"), json -> "");
        Call<JsonNode> broken = run.peer.request(request, CallOptions.DEFAULT, TraceId.random());
        Call<JsonNode> other = run.call();
        run.answer(1);
        run.answer(2);
        assertThat(bugs).containsExactly("in the reader");
        assertThatThrownBy(broken::await).hasRootCauseMessage("in the reader");
        assertThat(run.log.ended(broken.span()).summary()).contains("in the reader");
        assertThat(other.await()).isInstanceOf(Outcome.Ok.class);
    }
}
