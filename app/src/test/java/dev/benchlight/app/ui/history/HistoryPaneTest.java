package dev.benchlight.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.traces.TraceActions;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.trace.SpanId;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class HistoryPaneTest {
    private final TraceStore store = TraceStore.inMemory();
    private final List<Object> inspected = new CopyOnWriteArrayList<>();
    private SpanId older;
    private SpanId newer;
    private HistoryPane pane;

    @Start
    void start(Stage stage) {
        Events events = new Events(store);
        older = events.call("older", "{}", "{}");
        newer = events.call("newer", "{}", "{}");
        store.flush();
        pane =
                new HistoryPane(
                        store, new FxBatcher(), fake(TraceActions.class), fake(Workbench.class));
        stage.setScene(new Scene(pane, 300, 300));
        stage.show();
    }

    /// Hears of nothing but of what is to be inspected.
    private <T> T fake(Class<T> type) {
        Object fake =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("inspect");
                            inspected.addAll(List.of(arguments));
                            return null;
                        });
        return type.cast(fake);
    }

    @AfterEach
    void close() {
        OnFx.get(() -> {
            pane.close();
            return true;
        });
        store.close();
    }

    private void await(SpanId... spans) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> inspected.equals(List.of(spans)));
    }

    @Test
    void aClickOrAnArrowKeyShowsWhatCameBackInTheInspector(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> robot.lookup("newer").tryQuery().isPresent());
        robot.clickOn("newer");
        await(newer);
        robot.type(KeyCode.DOWN);
        await(newer, older);
    }
}
