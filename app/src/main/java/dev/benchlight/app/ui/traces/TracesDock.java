package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.trace.SpanId;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The table of everything that was sent and received, newest at the bottom. Lives on the JavaFX
/// thread.
public final class TracesDock {
    private final FxBatcher fx;
    private final Consumer<SpanId> onSelect;
    private final Consumer<SpanId> onOpen;
    private final TracesModel model = new TracesModel();
    private final RowReading reading;
    private final RunningElsewhere elsewhere;
    private final TraceTable table = new TraceTable(model);
    private final TracesBar bar;
    private final NoRows empty;
    private final RowMenu menu;
    private final Button newest = new Button("", Icons.icon(Feather.ARROW_DOWN));
    private final BorderPane pane = new BorderPane();
    private final Runnable unsubscribe;
    private @Nullable TraceRow selected;

    /// Was selected until a filter hid it; half a word typed hides much.
    private @Nullable TraceRow hidden;

    private boolean changing;

    /// Shows the newest rows of the store, and follows it until [#close()].
    ///
    /// @param onSelect hears of the row the user selects
    /// @param onOpen hears of the row the user wants to go into
    public TracesDock(
            TraceStore store,
            FxBatcher fx,
            TraceActions actions,
            Consumer<SpanId> onSelect,
            Consumer<SpanId> onOpen) {
        this.fx = fx;
        reading = new RowReading(store, fx);
        elsewhere = new RunningElsewhere(store, fx, this::merge);
        this.onSelect = onSelect;
        this.onOpen = onOpen;
        bar = new TracesBar(model, this::loadEarlier, this::clear, this::filter);
        empty = new NoRows(model, bar, this::loadEarlier);
        menu = new RowMenu(store, fx, actions, () -> selected, bar::notice);
        table.setContextMenu(menu.build());
        table.getSelectionModel().selectedItemProperty().subscribe((_, row) -> selected(row));
        table.setPlaceholder(empty);
        pane.getStyleClass().add("traces-dock");
        pane.setTop(bar);
        pane.setCenter(new StackPane(table, newest));
        pane.getStylesheets()
                .add(
                        Objects.requireNonNull(TracesDock.class.getResource("traces.css"))
                                .toExternalForm());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        buildNewest();
        watchScrolling();
        unsubscribe = store.subscribe(rows -> fx.run(() -> told(rows)));
        loadEarlier();
    }

    public Node node() {
        return pane;
    }

    /// Puts the keyboard into the table.
    public void focus() {
        table.requestFocus();
    }

    /// Stops following the store.
    public void close() {
        unsubscribe.run();
        reading.cancel();
        elsewhere.close();
    }

    private void told(List<TraceRow> rows) {
        elsewhere.told(rows);
        merge(rows);
    }

    private void merge(List<TraceRow> rows) {
        change(() -> model.merge(rows));
    }

    private void buildNewest() {
        newest.getStyleClass().addAll("traces-newest", Styles.ACCENT);
        newest.setOnAction(_ -> follow(true));
        newest.setVisible(false);
        StackPane.setAlignment(newest, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(newest, new Insets(0, 24, 12, 0));
        model.unseen().subscribe(count -> newest.setText(label(count.intValue())));
    }

    private static String label(int unseen) {
        return unseen == 0 ? "Newest" : unseen + " new";
    }

    private void watchScrolling() {
        table.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.getDeltaY() > 0) {
                        scrolledUp();
                    }
                    fx.run(this::settle);
                });
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> fx.run(this::settle));
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> fx.run(this::settle));
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
    }

    private void scrolledUp() {
        VirtualFlow<?> flow = flow();
        if (flow != null && flow.getFirstVisibleCell() != null) {
            if (flow.getFirstVisibleCell().getIndex() == 0) {
                loadEarlier();
            } else {
                follow(false);
            }
        }
    }

    /// Follows if, and only if, the newest row is in sight.
    private void settle() {
        VirtualFlow<?> flow = flow();
        if (flow != null && flow.getLastVisibleCell() != null) {
            follow(flow.getLastVisibleCell().getIndex() >= model.shown().size() - 2);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private void follow(boolean follow) {
        model.following(follow);
        newest.setVisible(!follow);
        if (follow && !model.shown().isEmpty()) {
            scrollToEnd();
        }
    }

    /// The table knows of new rows only once it is laid out; and to scroll to the last of them
    /// would go by an older estimate of their height.
    private void scrollToEnd() {
        table.layout();
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            flow.setPosition(1);
        }
    }

    private void scrollTo(int index) {
        table.layout();
        table.scrollTo(index);
    }

    private void pressed(KeyEvent event) {
        boolean inTable = table.isFocused();
        boolean handled = true;
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case F -> bar.focusFilter();
                case R -> menu.rerun();
                case E -> menu.editAndReplay();
                case C -> {
                    handled = inTable;
                    if (inTable) {
                        menu.copyRow();
                    }
                }
                default -> handled = false;
            }
        } else if (inTable && selected == null && isStep(event.getCode())) {
            selectInSight();
        } else if (inTable && event.getCode() == KeyCode.ENTER) {
            open();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            handled = bar.clearFilter() || !inTable;
            table.requestFocus();
        } else {
            handled = false;
            if (inTable && event.getCode().isNavigationKey()) {
                fx.run(this::walked);
            }
        }
        if (handled) {
            event.consume();
        }
    }

    /// From nowhere, a step leads to the newest row in sight, and not to the first of all.
    private void selectInSight() {
        VirtualFlow<?> flow = flow();
        if (flow != null && flow.getLastVisibleCell() != null) {
            table.getSelectionModel().clearAndSelect(flow.getLastVisibleCell().getIndex());
        }
    }

    /// Follows if, and only if, the newest row is selected: any other has to stay in sight.
    private void walked() {
        follow(table.getSelectionModel().getSelectedIndex() == model.shown().size() - 1);
    }

    private static boolean isStep(KeyCode key) {
        return key == KeyCode.UP || key == KeyCode.DOWN;
    }

    private void open() {
        if (selected != null) {
            onOpen.accept(selected.id());
        }
    }

    private void selected(@Nullable TraceRow row) {
        if (!changing) {
            selected = row;
            hidden = null;
            if (row != null) {
                onSelect.accept(row.id());
            }
        }
    }

    private void clear() {
        reading.cancel();
        change(model::clear);
    }

    /// Shows what is here of it at once, and looks for the rest.
    private void filter(RowFilter filter) {
        reading.cancel();
        change(() -> model.filter(filter));
        if (model.wantsRows()) {
            loadEarlier();
        }
    }

    private void loadEarlier() {
        if (!reading.isRunning() && model.hasEarlier()) {
            reading.start(model.search(), model.first(), this::found);
            refresh();
        }
    }

    private void found(RowSearch.Found found) {
        change(() -> model.prepend(found));
        elsewhere.read(found.rows());
    }

    private void refresh() {
        bar.refresh(reading.isRunning());
        empty.refresh(reading.isRunning());
    }

    /// Changes the rows; what is selected stays so, and what is in sight as well.
    private void change(Runnable rows) {
        VirtualFlow<?> flow = flow();
        TraceRow top = null;
        if (flow != null && flow.getFirstVisibleCell() != null) {
            int index = flow.getFirstVisibleCell().getIndex();
            top = index < model.shown().size() ? model.shown().get(index) : null;
        }
        int before = model.indexOf(top);
        changing = true;
        rows.run();
        TraceRow wanted = selected == null ? hidden : selected;
        int index = model.indexOf(wanted);
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
        }
        selected = index < 0 ? null : model.shown().get(index);
        hidden = index < 0 ? wanted : null;
        changing = false;
        bar.notice("");
        refresh();
        if (model.following()) {
            follow(true);
        } else if (top != null && model.indexOf(top) != before) {
            scrollTo(Math.max(0, model.indexOf(top)));
        }
    }
}
