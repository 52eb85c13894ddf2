package dev.benchlight.app.ui.asks;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.result.FakeConnection;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.render.Screen;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The panel with questions on a stage, as it is read, filled in and pressed.
abstract class AskedOnScreen {
    @TempDir Path folder;
    final FxRobot robot = new FxRobot();
    final FakeConnection connection = new FakeConnection();
    final QuietServices quiet = new QuietServices();
    final List<URI> opened = new CopyOnWriteArrayList<>();
    Asked asked;
    AsksPanel panel;
    Stage stage;

    @BeforeEach
    void show() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        asked = new Asked(folder);
        AskServices services =
                new AskServices(
                        new FxBatcher(),
                        quiet.dialogs(),
                        quiet.workbench(),
                        opened::add,
                        server -> "print",
                        server -> Optional.of(connection));
        panel = OnFx.get(() -> new AsksPanel(asked.questions, services, count -> {}));
        robot.interact(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            BorderPane frame = new BorderPane();
            frame.setRight(panel);
            stage.setScene(new Scene(frame, 520, 720));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            panel.close();
            stage.hide();
        });
        asked.kept.flush();
    }

    final void until(String what, BooleanSupplier state) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, state::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    final boolean says(String text) {
        return OnFx.get(() ->
                robot.lookup((Node node) ->
                                isShown(node)
                                        && (node instanceof Labeled l
                                                        && l.getText() != null
                                                        && l.getText().contains(text)
                                                || node instanceof Text t
                                                        && t.getText().contains(text)
                                                || node instanceof TextInputControl i
                                                        && String.valueOf(i.getText())
                                                                .contains(text)))
                        .tryQuery()
                        .isPresent());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    final ButtonBase button(String text) {
        until("the button " + text, () -> says(text));
        return robot.lookup((Node node) ->
                        isShown(node) && node instanceof ButtonBase b && text.equals(b.getText()))
                .queryAs(ButtonBase.class);
    }

    final void press(String text) {
        ButtonBase button = button(text);
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    final void fill(String field, String value) {
        TextInputControl input =
                robot.lookup((Node node) ->
                                isShown(node)
                                        && node instanceof TextInputControl i
                                        && String.valueOf(i.getAccessibleText())
                                                .replace("*", "")
                                                .strip()
                                                .equals(field))
                        .queryAs(TextInputControl.class);
        robot.interact(() -> {
            input.requestFocus();
            input.selectAll();
            input.replaceSelection(value);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    final void picture(String name) throws IOException {
        Screen.save(stage.getScene(), name + "-light");
        robot.interact(() ->
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
        Screen.save(stage.getScene(), name + "-dark");
        robot.interact(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    }
}
