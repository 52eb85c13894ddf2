package dev.benchlight.app.ui;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.render.Screen;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// The real window on real folders, driven as a person would: by keys, clicks and what can be read.
final class WindowDriver extends FxRobot implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final WindowProgram program;
    private final CompletableFuture<Stage> stage = new CompletableFuture<>();

    WindowDriver(Path workspace, Path data) {
        this(workspace, data, Map.copyOf(System.getenv()));
    }

    /// @param environment of the program
    WindowDriver(Path workspace, Path data, Map<String, String> environment) {
        program = new WindowProgram(workspace, data, environment);
        interact(() -> {
            Stage shown = new Stage();
            shown.setX(0);
            shown.setY(0);
            program.show(shown, null);
            stage.complete(shown);
        });
    }

    TraceStore traces() {
        return program.traces();
    }

    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Override
    public void close() {
        interact(() -> stage.join().close());
        try {
            program.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// The workspace that was asked for instead of this one; the window is gone then.
    @Nullable Path next() {
        return program.next();
    }

    /// Waits until something is true, polling on this thread.
    void until(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            snapshot("failed-" + what.replaceAll("[^a-z0-9]+", "-"));
            throw new AssertionError("waited in vain for: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The one node on the screen that fits.
    <T extends Node> T find(Class<T> type, Predicate<T> fits) {
        return OnFx.get(() ->
                lookup((Node node) ->
                                type.isInstance(node) && shows(node) && fits.test(type.cast(node)))
                        .queryAs(type));
    }

    boolean has(Predicate<Node> fits) {
        return OnFx.get(
                () -> lookup((Node node) -> shows(node) && fits.test(node)).tryQuery().isPresent());
    }

    boolean says(String text) {
        return has(node ->
                node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(text));
    }

    /// Whether the keyboard is in a text field that holds this.
    boolean isTypingIn(String text) {
        return OnFx.get(() ->
                stage.join().getScene().getFocusOwner() instanceof TextInputControl input
                        && text.equals(input.getText()));
    }

    void press(String text) {
        until(
                "the button " + text,
                () ->
                        has(node ->
                                node instanceof Labeled button
                                        && text.equals(button.getText())
                                        && !button.isDisabled()));
        clickOn(find(Labeled.class, button -> text.equals(button.getText())));
    }

    void pressId(String id) {
        until("#" + id, () -> has(node -> id.equals(node.getId()) && !node.isDisabled()));
        clickOn(find(Node.class, node -> id.equals(node.getId())));
    }

    /// Opens something by its name in the palette.
    void open(String name) {
        push(KeyCode.CONTROL, KeyCode.K);
        until("the palette", () -> has(node -> "palette-field".equals(node.getId())));
        write(name, 0);
        WaitForAsyncUtils.waitForFxEvents();
        push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Opens the tab of the server that was added last.
    void details() {
        interact(() -> {
            ListView<?> list = lookup("#servers").queryAs(ListView.class);
            list.getSelectionModel().clearAndSelect(0);
            list.requestFocus();
        });
        push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Types into the form's field of that name.
    void fill(String field, String value) {
        Predicate<TextInputControl> named =
                input ->
                        input.getAccessibleText() != null
                                && input.getAccessibleText().replace("*", "").strip().equals(field);
        until(
                "the field " + field,
                () -> has(node -> node instanceof TextInputControl input && named.test(input)));
        clickOn(find(TextInputControl.class, named));
        push(KeyCode.CONTROL, KeyCode.A);
        write(value, 0);
    }

    /// Picks a value of the form's choice of that name.
    void choose(String field, String value) {
        Predicate<ComboBoxBase<?>> named =
                box ->
                        box.getAccessibleText() != null
                                && box.getAccessibleText().replace("*", "").strip().equals(field);
        until(
                "the choice " + field,
                () -> has(node -> node instanceof ComboBoxBase<?> box && named.test(box)));
        clickOn(find(Node.class, node -> node instanceof ComboBoxBase<?> box && named.test(box)));
        until("the value " + value, () -> says(value));
        clickOn(find(Labeled.class, item -> value.equals(item.getText())));
    }

    void paste(String text) {
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        push(KeyCode.CONTROL, KeyCode.V);
    }

    void snapshot(String name) {
        try {
            for (var window : List.copyOf(javafx.stage.Window.getWindows())) {
                boolean main = stage.join().equals(window);
                Screen.save(
                        window.getScene(),
                        main ? name : name + "-dialog-" + window.hashCode() % 100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the store holds of a method and a name, newest first.
    List<TraceRow> traced(String method, String name) {
        program.traces().flush();
        return program.traces().page("", OptionalLong.empty(), 1000).stream()
                .filter(row -> row.method().equals(method) && row.name().equals(name))
                .toList();
    }

    private static boolean shows(Node node) {
        if (node.getScene() == null || !node.getScene().getWindow().isShowing()) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0
                && bounds.intersects(0, 0, node.getScene().getWidth(), node.getScene().getHeight());
    }
}
