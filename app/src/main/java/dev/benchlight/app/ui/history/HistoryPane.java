package dev.benchlight.app.ui.history;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.traces.RunningElsewhere;
import dev.benchlight.app.ui.traces.TraceActions;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Tool calls, prompts and resources that were asked for, in this run and earlier ones; newest
/// first. Lives on the JavaFX thread; the store is read elsewhere.
public final class HistoryPane extends VBox {
    private static final int WANTED = 200;

    private final TraceStore store;
    private final FxBatcher fx;
    private final TraceActions actions;
    private final Workbench workbench;
    private final HistoryModel model = new HistoryModel();
    private final ListView<TraceRow> list = new ListView<>();
    private final Label none = new Label("Looking for earlier calls…");
    private final RunningElsewhere elsewhere;
    private final Runnable unsubscribe;
    private final Button older = new Button("Show older calls");

    public HistoryPane(TraceStore store, FxBatcher fx, TraceActions actions, Workbench workbench) {
        this.store = store;
        this.fx = fx;
        this.actions = actions;
        this.workbench = workbench;
        getStyleClass().add("history");
        TextField filter = new TextField();
        filter.setId("history-filter");
        filter.setPromptText("Filter calls");
        filter.setAccessibleText("Filter calls");
        filter.textProperty()
                .subscribe(text -> {
                    model.setFilter(text);
                    show();
                });
        list.setId("history");
        list.setAccessibleText("Calls, newest first");
        list.getStyleClass().add("flat-list");
        list.setPlaceholder(none);
        older.setVisible(false);
        list.setCellFactory(_ -> new CallCell(this::inspect, this::open));
        list.setContextMenu(menu());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected(this::open);
                event.consume();
            }
        });
        list.setOnKeyReleased(event -> {
            if (event.getCode().isNavigationKey()) {
                selected(this::inspect);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        older.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        older.setMaxWidth(Double.MAX_VALUE);
        older.setOnAction(_ -> load(model.oldest()));
        older.managedProperty().bind(older.visibleProperty());
        getChildren().addAll(filter, list, older);
        elsewhere = new RunningElsewhere(store, fx, this::merge);
        unsubscribe = store.subscribe(rows -> fx.run(() -> told(rows)));
        load(OptionalLong.empty());
    }

    /// Stops following the store.
    public void close() {
        unsubscribe.run();
        elsewhere.close();
    }

    private void load(OptionalLong before) {
        older.setDisable(true);
        Thread.ofVirtual()
                .name("history-page")
                .start(() -> {
                    HistoryModel.Page page = HistoryModel.read(store, before, WANTED);
                    fx.run(() -> {
                        model.add(page);
                        elsewhere.read(page.calls());
                        older.setDisable(false);
                        show();
                    });
                });
    }

    private void told(List<TraceRow> rows) {
        elsewhere.told(rows);
        merge(rows);
    }

    private void merge(List<TraceRow> rows) {
        if (model.merge(rows)) {
            show();
        }
    }

    private void show() {
        TraceRow selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(model.shown());
        none.setText(model.isEmpty() ? "Nothing was called yet" : "No call fits the filter");
        older.setVisible(model.hasOlder());
        if (selected != null) {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).sequence() == selected.sequence()) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
        }
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Open with the same arguments", this::open),
                item("Send again", call -> with(call, actions::rerun)),
                item("Show in the Inspector", this::inspect));
    }

    private MenuItem item(String name, Consumer<TraceRow> action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(_ -> selected(action));
        return item;
    }

    private void selected(Consumer<TraceRow> action) {
        @Nullable TraceRow call = list.getSelectionModel().getSelectedItem();
        if (call != null) {
            action.accept(call);
        }
    }

    /// What was sent and what came back, as it is kept.
    private void inspect(TraceRow call) {
        workbench.inspect(call.id());
    }

    private void open(TraceRow call) {
        with(call, actions::editAndReplay);
    }

    private void with(TraceRow call, Consumer<TraceDetail> action) {
        Thread.ofVirtual()
                .name("history-read")
                .start(() -> {
                    Optional<TraceDetail> found = store.find(call.id().value());
                    fx.run(() ->
                            found.ifPresentOrElse(
                                    action,
                                    () ->
                                            workbench.problem(
                                                    "This call is not in the store any more.")));
                });
    }
}
