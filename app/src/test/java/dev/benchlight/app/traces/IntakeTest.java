package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

@Timeout(60)
class IntakeTest {
    private static final int LIMIT = 40_000;

    private final Intake intake = new Intake(new StoreLimits(LIMIT, 1, 1, 1));
    private final Events events = new Events(intake::offer);

    @Test
    void whatDoesNotFitIsCountedButTheEndOfACallThatWasLetIn() throws InterruptedException {
        SpanId span = events.start("tools/call", "large");
        events.request(span, "x".repeat(LIMIT));
        events.request(span, "{}");
        events.start("tools/call", "later");
        events.end(span, SpanStatus.OK, "");

        assertThat(intake.dropped()).isEqualTo(new Dropped(1, 2, 1));
        assertThat(intake.accepted()).isEqualTo(3);
        assertThat(intake.take(1_000)).hasSize(3).last().isInstanceOf(SpanEnded.class);
    }

    @Test
    void itIsMemoryThatCountsNotTheNumberOfEvents() throws InterruptedException {
        Intake large = new Intake(StoreLimits.DEFAULT);
        Events many = new Events(large::offer);
        for (int i = 0; i < 50_000; i++) {
            many.notification("notifications/message", "{}");
        }
        assertThat(large.dropped()).isEqualTo(Dropped.NONE);
        int taken = 0;
        for (List<TraceEvent> batch = large.take(0); !batch.isEmpty(); batch = large.take(0)) {
            taken += batch.size();
        }
        assertThat(taken).isEqualTo(200_000);
    }

    @Test
    void whoReadsWaitsUntilThereIsRoom() throws InterruptedException {
        intake.awaitRoom();
        events.request(SpanId.random(), "x".repeat(LIMIT / 4));
        Thread reader = Thread.ofPlatform().start(intake::awaitRoom);
        Await.until("it waits", () -> reader.getState() == Thread.State.TIMED_WAITING);
        assertThat(intake.take(1_000)).hasSize(2);
        reader.join();
    }

    @Test
    void nobodyWaitsForAWriterThatIsStuckUntilItTakesAgain() throws InterruptedException {
        events.request(SpanId.random(), "x".repeat(LIMIT / 4));
        intake.awaitRoom();
        for (int i = 0; i < 10_000; i++) {
            intake.awaitRoom();
        }
        assertThat(intake.take(1_000)).hasSize(2);
        events.request(SpanId.random(), "x".repeat(LIMIT / 4));
        Thread reader = Thread.ofPlatform().start(intake::awaitRoom);
        Await.until("it waits again", () -> reader.getState() == Thread.State.TIMED_WAITING);
        intake.take(1_000);
        reader.join();
    }
}
