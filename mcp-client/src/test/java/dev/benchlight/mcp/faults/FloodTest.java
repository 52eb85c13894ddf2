package dev.benchlight.mcp.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Servers that send much more than anyone asked for: everything is counted, nothing is kept.
class FloodTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final EventLog log = new EventLog();
    private final AtomicInteger progress = new AtomicInteger();
    private final AtomicInteger notified = new AtomicInteger();
    private final AtomicInteger stderr = new AtomicInteger();
    private final SessionListener listener =
            new SessionListener() {
                @Override
                public void notified(String method, JsonNode params) {
                    notified.incrementAndGet();
                }

                @Override
                public void stderr(String line) {
                    stderr.incrementAndGet();
                }
            };
    private Optional<McpSession> open = Optional.empty();

    @BeforeEach
    void connect() {
        connect(log);
    }

    private McpSession connect(TraceRecorder recorder) {
        close();
        McpSession session =
                Servers.session(
                        FaultyStdioServer.FINE,
                        Servers.options(LONG, Duration.ofSeconds(2)),
                        recorder,
                        listener);
        open = Optional.of(session);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private McpSession flood(String mode) {
        McpSession session = open.orElseThrow();
        CallOptions options =
                CallOptions.DEFAULT
                        .withDeadlines(LONG, LONG)
                        .withProgress(step -> progress.incrementAndGet());
        assertThat(session.callTool(mode, JsonNodeFactory.instance.objectNode(), options).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(session.state()).isInstanceOf(SessionState.Ready.class);
        return session;
    }

    @Test
    void everyNotificationIsHeardAndRecordedOnce() {
        flood("flood-notifications");
        assertThat(notified.get()).isEqualTo(20_000);
        assertThat(log.started(SpanKind.SERVER_NOTIFICATION)).hasSize(20_000);
        long ended =
                log.all(SpanEnded.class).stream()
                        .filter(end -> end.summary().startsWith("info: "))
                        .count();
        assertThat(ended).isEqualTo(20_000);
        assertThat(log.awaited())
                .as("messages read no faster than they are stored")
                .isGreaterThan(20_000);
    }

    @Test
    void everyStepOfProgressIsHeardAndNotedOnce() {
        flood("flood-progress");
        assertThat(progress.get()).isEqualTo(5_000);
        assertThat(log.all(SpanNote.class))
                .filteredOn(note -> note.type() == SpanNote.Type.PROGRESS)
                .hasSize(5_000);
        assertThat(log.started(SpanKind.SERVER_NOTIFICATION)).isEmpty();
    }

    @Test
    void everyLineOfStandardErrorIsToldAndOnlyTheLastAreKept() {
        McpSession session = flood("flood-stderr");
        Await.until("all lines told", () -> stderr.get() == 40_000);
        List<String> kept = session.stderrTail(Integer.MAX_VALUE);
        assertThat(kept.getLast()).isEqualTo("line 39 of many");
        assertThat(kept.stream().mapToInt(line -> line.length() + 1).sum())
                .isLessThanOrEqualTo(Servers.SMALL.stderrBytes())
                .isGreaterThan(Servers.SMALL.stderrBytes() - 100);
        assertThat(log.frames())
                .filteredOn(frame -> frame.channel() == Channel.STDERR)
                .hasSize(40_000);
        assertThat(log.awaited())
                .as("lines read no faster than they are stored")
                .isGreaterThan(40_000);
    }

    @Test
    void aStormOfListChangesAsksForNoListByItself() {
        flood("list-changed-storm");
        assertThat(notified.get()).isEqualTo(1_000);
        assertThat(log.started(SpanKind.REQUEST))
                .extracting(span -> span.method())
                .containsExactly("initialize", "tools/call");
    }

    @Test
    void nothingOfAFloodIsKeptBeyondItsTime() {
        Queue<WeakReference<TraceEvent>> seen = new ConcurrentLinkedQueue<>();
        McpSession session =
                connect(event -> {
                    if (event instanceof Frame) {
                        seen.add(new WeakReference<>(event));
                    }
                });
        flood("flood-notifications");
        flood("flood-progress");
        session.ping(CallOptions.DEFAULT).await();
        assertThat(seen).hasSizeGreaterThan(25_000);
        Await.until(
                "all but the last frames are let go",
                () -> {
                    System.gc();
                    return seen.stream().filter(frame -> !frame.refersTo(null)).count() < 10;
                });
        assertThat(session.warnings()).isEmpty();
    }
}
