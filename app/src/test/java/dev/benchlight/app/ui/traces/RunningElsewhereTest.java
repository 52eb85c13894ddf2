package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.Await;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

@ExtendWith(ApplicationExtension.class)
class RunningElsewhereTest {
    @Test
    void aCallOfAnotherProgramEndsHereToo(FxRobot robot, @TempDir Path folder) {
        try (TraceStore theirs = TraceStore.open(folder);
                TraceStore ours = TraceStore.open(folder)) {
            Events events = new Events(theirs);
            SpanId call = events.start("tools/call", "slow");
            theirs.flush();
            List<TraceRow> rows = ours.search(RowSearch.ALL, OptionalLong.empty(), 9).rows();
            assertThat(rows).extracting(TraceRow::status).containsOnlyNulls();

            List<TraceRow> news = new CopyOnWriteArrayList<>();
            RunningElsewhere elsewhere = new RunningElsewhere(ours, new FxBatcher(), news::addAll);
            robot.interact(() -> elsewhere.read(rows));
            events.end(call, SpanStatus.TIMED_OUT, "no answer");
            theirs.flush();

            Await.until("the end of the call", () -> !news.isEmpty());
            assertThat(news.getLast().status()).isEqualTo(SpanStatus.TIMED_OUT);
            elsewhere.close();
        }
    }
}
