package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;
import dev.benchlight.render.Screen;
import dev.benchlight.render.standard.StandardRenderers;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// One tab at a time on a stage of its own, as it can be read and pressed.
public final class TabStage {
    private final FxRobot robot = new FxRobot();
    private final StackPane root = new StackPane();

    /// On the JavaFX thread.
    public TabStage(Stage stage, double width, double height) {
        Theme.LIGHT.apply();
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(StandardRenderers.stylesheet());
        stage.setScene(scene);
        stage.show();
    }

    public Scene scene() {
        return root.getScene();
    }

    /// Shows the tab of a place instead of the one before.
    public TabContent open(TabFactory tabs, Connection connection, Place place, String draft)
            throws Exception {
        TabContent opened =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    TabContent tab = tabs.open(connection, place, draft);
                                    root.getChildren().setAll(tab.node());
                                    return tab;
                                })
                        .get();
        WaitForAsyncUtils.waitForFxEvents();
        return opened;
    }

    /// The button with this text, or a name that begins with it.
    public ButtonBase button(String text) {
        return OnFx.get(() -> robot.lookup(node -> isButton(node, text)).queryAs(ButtonBase.class));
    }

    public void press(String text) {
        robot.interact(() -> button(text).fire());
    }

    private static boolean isButton(Node node, String text) {
        String name = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return node instanceof ButtonBase && (says(node, text) || name.startsWith(text));
    }

    /// Waits until a text stands in any window.
    public void shows(String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> {
                    WaitForAsyncUtils.waitForFxEvents();
                    return OnFx.get(
                            () -> robot.lookup(node -> says(node, text)).tryQuery().isPresent());
                });
    }

    private static boolean says(Node node, String text) {
        return node instanceof Labeled labeled
                && labeled.isVisible()
                && labeled.getText() != null
                && labeled.getText().contains(text);
    }

    /// Pictures of the tab in both themes, in `target/screens`.
    public void picture(String name) throws Exception {
        picture(scene(), name);
    }

    /// Pictures of any window in both themes.
    public void picture(Scene scene, String name) throws Exception {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            robot.interact(theme::apply);
            Screen.save(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }
}
