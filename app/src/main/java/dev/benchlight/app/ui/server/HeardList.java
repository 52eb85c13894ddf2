package dev.benchlight.app.ui.server;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.connections.HeardLog;
import dev.benchlight.app.connections.HeardLog.Heard;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// Notifications of a server's as they come, ten times a second at most. Lives on the JavaFX
/// thread.
final class HeardList extends VBox {
    private static final double HEIGHT = 230;
    private static final String ALL = "all levels";

    private final HeardModel model;
    private final ListView<Heard> list = new ListView<>();
    private final Label count = new Label();
    private final ToggleButton follow = new ToggleButton("Follow");
    private final Runnable end;

    /// @param what they are, such as "Log messages"
    /// @param levels whether they have levels
    HeardList(HeardLog log, FxBatcher batcher, String what, boolean levels) {
        super(6);
        model = new HeardModel(log);
        list.getStyleClass().addAll(Styles.DENSE, "heard-list");
        list.setAccessibleText(what);
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT / 2);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new HeardCell());
        list.setPlaceholder(new Label("None so far."));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        // Who reads one does not want it to move.
        list.setOnMousePressed(_ -> follow.setSelected(false));
        getChildren().addAll(bar(what, levels), list);
        AtomicBoolean stale = new AtomicBoolean();
        end =
                log.subscribe(() -> {
                    if (stale.compareAndSet(false, true)) {
                        batcher.run(() -> {
                            stale.set(false);
                            add();
                        });
                    }
                });
        add();
    }

    private HBox bar(String what, boolean levels) {
        TextField filter = new TextField();
        filter.setPromptText("Filter");
        filter.setAccessibleText("Filter " + what.toLowerCase(Locale.ROOT));
        filter.setPrefColumnCount(18);
        filter.textProperty()
                .subscribe(text -> {
                    model.setFilter(text);
                    showAll();
                });
        follow.setSelected(true);
        follow.getStyleClass().add("small");
        follow.setTooltip(Tip.of("Scroll to each new one"));
        follow.setOnAction(_ -> scroll());
        count.getStyleClass().add("section-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, filter);
        bar.getStyleClass().add("center-line");
        if (levels) {
            bar.getChildren().add(levels());
        }
        bar.getChildren()
                .addAll(
                        count,
                        gap,
                        follow,
                        Icons.button(
                                Feather.TRASH_2,
                                "Clear the list; the trace keeps them",
                                this::clear));
        return bar;
    }

    private ComboBox<String> levels() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().add(ALL);
        HeardModel.LEVELS.forEach(level -> box.getItems().add(level + " and above"));
        box.setValue(ALL);
        box.setAccessibleText("Levels to show");
        box.getStyleClass().add("small");
        box.valueProperty()
                .subscribe(chosen -> {
                    model.setLeast(chosen.replace(" and above", ""));
                    showAll();
                });
        return box;
    }

    private void clear() {
        model.clear();
        showAll();
    }

    private void showAll() {
        list.getItems().setAll(model.all());
        tell();
        scroll();
    }

    private void add() {
        List<Heard> fresh = model.fresh();
        if (!fresh.isEmpty()) {
            int over = list.getItems().size() + fresh.size() - HeardLog.MOST;
            if (over > 0) {
                list.getItems().remove(0, Math.min(over, list.getItems().size()));
            }
            list.getItems().addAll(fresh);
            scroll();
        }
        tell();
    }

    private void tell() {
        long total = model.total();
        int shown = list.getItems().size();
        count.setText(
                shown == total
                        ? String.format(Locale.ROOT, "%,d", total)
                        : String.format(Locale.ROOT, "%,d of %,d shown", shown, total));
    }

    private void scroll() {
        if (follow.isSelected() && !list.getItems().isEmpty()) {
            // It knows of new rows only once it is laid out; and to scroll to the last of them
            // would go by an older estimate of their height.
            list.layout();
            if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.setPosition(1);
            }
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(
                    list.getSelectionModel().getSelectedItems().stream()
                            .map(HeardCell::line)
                            .map(VisibleText::of)
                            .collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /// Ends the subscription.
    void close() {
        end.run();
    }
}
