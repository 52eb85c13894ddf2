package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What can be done with the selected row, as a menu and for keys. Lives on the JavaFX thread; the
/// store is read elsewhere.
final class RowMenu {
    private final TraceStore store;
    private final FxBatcher fx;
    private final TraceActions actions;
    private final Supplier<@Nullable TraceRow> selected;
    private final Consumer<String> notice;

    /// @param notice shows a sentence where something could not be done
    RowMenu(
            TraceStore store,
            FxBatcher fx,
            TraceActions actions,
            Supplier<@Nullable TraceRow> selected,
            Consumer<String> notice) {
        this.store = store;
        this.fx = fx;
        this.actions = actions;
        this.selected = selected;
        this.notice = notice;
    }

    ContextMenu build() {
        MenuItem rerun = item("Re-run", this::rerun);
        MenuItem edit = item("Edit & replay", this::editAndReplay);
        MenuItem request = item("Copy request JSON", () -> copy(Recorded::request, "a request"));
        MenuItem response = item("Copy response JSON", () -> copy(Recorded::response, "an answer"));
        MenuItem line = item("Copy as CLI", () -> copy(Recorded::commandLine, "a command line"));
        MenuItem curl = item("Copy as cURL", () -> copy(Recorded::curl, "an HTTP request"));
        ContextMenu menu =
                new ContextMenu(
                        rerun,
                        edit,
                        new SeparatorMenuItem(),
                        item("Copy row", this::copyRow),
                        request,
                        response,
                        line,
                        curl);
        menu.setOnShowing(_ -> {
            TraceRow row = selected.get();
            menu.getItems().forEach(item -> item.setDisable(row == null));
            rerun.setDisable(row == null || !Recorded.canBeSentAgain(row));
            edit.setDisable(row == null || !Recorded.canBeEdited(row));
        });
        return menu;
    }

    void rerun() {
        loadIf(
                Recorded::canBeSentAgain,
                actions::rerun,
                "Only requests of ours can be sent again, within a session.");
    }

    void editAndReplay() {
        loadIf(
                Recorded::canBeEdited,
                actions::editAndReplay,
                "Only tool calls, prompts and resources can be edited and sent again.");
    }

    void copyRow() {
        TraceRow row = selected.get();
        if (row != null) {
            actions.copy(RowText.copied(row));
        }
    }

    private void loadIf(Predicate<TraceRow> can, Consumer<TraceDetail> action, String otherwise) {
        TraceRow row = selected.get();
        if (row != null && !can.test(row)) {
            notice.accept(otherwise);
        } else {
            load(action);
        }
    }

    private void copy(Function<TraceDetail, Optional<String>> part, String name) {
        load(detail ->
                part.apply(detail)
                        .ifPresentOrElse(
                                actions::copy,
                                () -> notice.accept("This row does not have " + name + ".")));
    }

    private void load(Consumer<TraceDetail> action) {
        TraceRow row = selected.get();
        if (row != null) {
            Thread.ofVirtual().name("traces-read").start(() -> read(row, action));
        }
    }

    private void read(TraceRow row, Consumer<TraceDetail> action) {
        Optional<TraceDetail> found = store.find(row.id().value());
        fx.run(() ->
                found.ifPresentOrElse(
                        action, () -> notice.accept("This row is not in the store any more.")));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
