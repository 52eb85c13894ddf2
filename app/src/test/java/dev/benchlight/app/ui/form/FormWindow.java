package dev.benchlight.app.ui.form;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.render.Screen;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// A window with nothing but the arguments editor of a schema, and what tests do in it.
final class FormWindow {
    private final FxRobot robot;
    private final Stage stage;
    private ArgumentsEditor editor;

    FormWindow(FxRobot robot, Stage stage, String schema) {
        this.robot = robot;
        this.stage = stage;
        this.editor = editor(schema);
        robot.interact(() -> {
            theme(false);
            show();
        });
    }

    static ArgumentsEditor editor(String schema) {
        try {
            return new ArgumentsEditor(new FxBatcher(), JsonDocument.parse(schema).tree());
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void show() {
        stage.setScene(new Scene(editor.node(), 460, 560));
        stage.show();
    }

    static void theme(boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    /// Another schema in the same window.
    ArgumentsEditor open(String schema, String text) {
        robot.interact(() -> {
            editor = editor(schema);
            editor.setText(text);
            show();
        });
        return editor;
    }

    ArgumentsEditor editor() {
        return editor;
    }

    Node named(String name) {
        return robot.lookup(n -> isNamed(n, name)).query();
    }

    boolean has(String name) {
        return robot.lookup(n -> isNamed(n, name)).tryQuery().isPresent();
    }

    private static boolean isNamed(Node node, String name) {
        return name.equals(node.getAccessibleText())
                || (node instanceof Button button && name.equals(button.getText()));
    }

    void fire(String button) {
        robot.interact(() -> ((Button) named(button)).fire());
    }

    /// Unfolds until nothing is folded; for schemas that end.
    static void unfoldAll(ArgumentsEditor editor) {
        for (int round = 0; round < 5; round++) {
            List<Button> folded =
                    editor.node().lookupAll(".icon-button").stream()
                            .filter(Button.class::isInstance)
                            .map(Button.class::cast)
                            .filter(b -> String.valueOf(b.getAccessibleText()).startsWith("Unfold"))
                            .toList();
            folded.forEach(Button::fire);
        }
    }

    void save(String name) throws IOException {
        Screen.save(stage.getScene(), name);
    }

    static void await(BooleanSupplier state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, state::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
