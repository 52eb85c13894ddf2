package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

class RestarterTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Boolean> passing = new LinkedBlockingQueue<>();
    private final AtomicInteger starts = new AtomicInteger();
    private final Restarter restarter =
            new Restarter((time, over) -> {
                pauses.add(time);
                return passing.take() && over.getCount() > 0;
            });

    @Test
    void pausesGrowAndAfterThreeStartsItIsLeftAlone() {
        for (int i = 1; i <= 3; i++) {
            int number = i;
            restarter.ended(AT_ONCE, starts::incrementAndGet);
            assertThat(restarter.said().orElseThrow()).contains("(" + i + " of 3)");
            passing.add(true);
            Await.until("start " + i, () -> starts.get() == number);
            assertThat(restarter.said()).isEmpty();
        }
        restarter.ended(AT_ONCE, starts::incrementAndGet);

        assertThat(restarter.said())
                .contains("It was started again 3 times, and now is left alone.");
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
        assertThat(starts).hasValue(3);
    }

    @Test
    void aServerThatLivedForAWhileBeginsAnew() {
        assertThat(new Restarts(3).pause()).isEmpty();
        assertThat(new Restarts(3).after(Duration.ofSeconds(59)).pause()).isEmpty();
        assertThat(new Restarts(3).after(Duration.ofSeconds(60)).pause())
                .isEqualTo(Optional.of(Duration.ofSeconds(1)));
    }

    @Test
    void whatTheUserDecidesMeanwhileEndsTheWaiting() throws Exception {
        CountDownLatch waited = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        Restarter patient =
                new Restarter((_, over) -> {
                    taken.incrementAndGet();
                    over.await();
                    waited.countDown();
                    return true;
                });
        patient.ended(AT_ONCE, starts::incrementAndGet);
        Await.until("waiting", () -> taken.get() == 1);

        patient.forget();
        waited.await();

        assertThat(patient.said()).isEmpty();
        assertThat(starts).hasValue(0);
    }
}
