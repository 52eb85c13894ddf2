package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TracesDockTest {
    private static final int BEFORE = 300;

    /// Six events each: 50,000 in all. A slow writer may lose their bytes, but no row.
    private static final int FLOOD = 8_334;

    private final TraceStore store = TraceStore.inMemory();
    private final List<SpanId> selected = new ArrayList<>();
    private final NotedActions actions = new NotedActions();
    private final List<String> styleWarnings = new ArrayList<>();
    private final Handler warnings = new WarningList(styleWarnings);
    private final Logger styles = Logger.getLogger("javafx.css");
    private TracesDock dock;
    private Stage stage;

    @Start
    void start(Stage stage) {
        styles.addHandler(warnings);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        this.stage = stage;
        show();
    }

    private void show() {
        OnFx.get(() -> {
            build();
            return true;
        });
    }

    private void build() {
        dock =
                new TracesDock(
                        store,
                        new FxBatcher(),
                        actions,
                        selected::add,
                        span -> actions.done.add("open " + span));
        Scene scene = new Scene((javafx.scene.Parent) dock.node(), 1280, 300);
        scene.getStylesheets().add("/dev/benchlight/app/ui/app.css");
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        styles.removeHandler(warnings);
        dock.close();
        store.close();
        assertThat(styleWarnings).isEmpty();
    }

    @Test
    void aFloodIsShownInFewStepsAndMovesNeitherTheSelectionNorWhatIsInSight(FxRobot robot)
            throws Exception {
        Events events = new Events(store);
        for (int i = 0; i < BEFORE; i++) {
            events.call("before-" + i, "{}", "{}");
        }
        TableView<TraceRow> table = table(robot);
        until(() -> table.getItems().size() == BEFORE && ended(table));
        until(() -> flow(table).getLastVisibleCell().getIndex() == BEFORE - 1);
        robot.interact(table::requestFocus);
        robot.push(KeyCode.END);
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.PAGE_UP);
        }
        WaitForAsyncUtils.waitForFxEvents();
        SpanId chosen = OnFx.get(() -> table.getSelectionModel().getSelectedItem().id());
        int top = OnFx.get(() -> flow(table).getFirstVisibleCell().getIndex());
        assertThat(top).isLessThan(BEFORE - 20);
        AtomicInteger changes = new AtomicInteger();
        robot.interact(() ->
                table.getItems()
                        .addListener(
                                (ListChangeListener<TraceRow>) _ -> changes.incrementAndGet()));

        for (int i = 0; i < FLOOD; i++) {
            events.call("flood-" + i, "{}", "{}");
        }
        until(() -> table.getItems().size() == BEFORE + FLOOD && ended(table));

        assertThat(changes).as("updates of the table").hasValueLessThan(FLOOD / 20);
        assertThat(OnFx.get(() -> table.getSelectionModel().getSelectedItem().id()))
                .isEqualTo(chosen);
        assertThat(OnFx.get(() -> flow(table).getFirstVisibleCell().getIndex())).isEqualTo(top);
        assertThat(selected).endsWith(chosen);

        Button newest = OnFx.get(() -> robot.lookup(".traces-newest").queryAs(Button.class));
        assertThat(newest.getText()).isEqualTo(FLOOD + " new");
        robot.interact(newest::fire);
        until(() -> flow(table).getLastVisibleCell().getIndex() == BEFORE + FLOOD - 1);
    }

    @Test
    void theKeyboardWalksOpensFiltersCopiesAndSendsAgain(FxRobot robot) throws Exception {
        Events events = new Events(store);
        events.call("first", "{\"id\":1,\"method\":\"tools/call\"}", "{\"id\":1}");
        SpanId second = events.start("tools/call", "second");
        events.end(second, SpanStatus.TIMED_OUT, "no answer");
        TableView<TraceRow> table = table(robot);
        until(() -> table.getItems().size() == 2 && ended(table));
        robot.interact(table::requestFocus);

        robot.push(KeyCode.DOWN);
        assertThat(selected).as("the newest, from nowhere").containsExactly(second);
        Node newest = robot.lookup(".traces-newest").query();
        robot.push(KeyCode.UP);
        until(newest::isVisible);
        robot.push(KeyCode.DOWN);
        until(() -> !newest.isVisible());
        assertThat(selected).endsWith(second);
        robot.push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.C);
        assertThat(actions.done.getFirst()).isEqualTo("open " + second);
        assertThat(actions.done.getLast())
                .startsWith("copy ")
                .contains("second\teverything\ttimed out");
        robot.push(KeyCode.CONTROL, KeyCode.R).push(KeyCode.CONTROL, KeyCode.E);
        until(() -> actions.done.contains("re-run second") && actions.done.contains("edit second"));

        robot.push(KeyCode.CONTROL, KeyCode.F).write("status:timed", 0);
        until(() -> table.getItems().size() == 1);
        assertThat(OnFx.get(() -> table.getSelectionModel().getSelectedItem().id()))
                .isEqualTo(second);
        Label count = robot.lookup(".traces-count").queryAs(Label.class);
        until(() -> count.getText().equals("1 row matches"));
        robot.push(KeyCode.ESCAPE);
        until(() -> table.getItems().size() == 2 && table.isFocused());
    }

    @Test
    void aFilterFindsRowsThatWereNotLoaded(FxRobot robot) throws Exception {
        dock.close();
        Events events = new Events(store);
        for (int i = 0; i < 3; i++) {
            events.end(events.start("tools/call", "rare"), SpanStatus.OK, "");
        }
        for (int i = 0; i < 600; i++) {
            events.end(events.start("tools/call", "usual"), SpanStatus.OK, "");
        }
        store.flush();
        show();
        TableView<TraceRow> table = table(robot);
        until(() -> table.getItems().size() == 500);

        robot.interact(table::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.F).write("name:rare", 0);
        Label count = robot.lookup(".traces-count").queryAs(Label.class);
        until(() -> count.getText().equals("3 rows match"));
        events.start("tools/call", "rare again");
        events.start("tools/call", "usual");
        until(() -> count.getText().equals("4 rows match"));

        robot.push(KeyCode.ESCAPE);
        until(() -> table.getItems().size() == 502);
    }

    private static TableView<TraceRow> table(FxRobot robot) {
        return OnFx.get(() -> robot.lookup(".trace-table").queryTableView());
    }

    private static VirtualFlow<?> flow(TableView<TraceRow> table) {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private static boolean ended(TableView<TraceRow> table) {
        return table.getItems().stream().allMatch(row -> row.status() != null);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> OnFx.get(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final class WarningList extends Handler {
        private final List<String> heard;

        WarningList(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void publish(LogRecord record) {
            heard.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
