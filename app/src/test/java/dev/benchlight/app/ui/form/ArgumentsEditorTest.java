package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.json.JsonDocument;

import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ArgumentsEditorTest {
    static final String SCHEMA =
            """
            {"type":"object","required":["query","count","mode"],"properties":{
              "query":{"type":"string","description":"What to look for. Plain words, no operators.","minLength":1},
              "count":{"type":"integer","minimum":1,"maximum":100,"default":10},
              "mode":{"oneOf":[{"const":"fast","title":"Fast, less exact"},{"const":"deep","title":"Deep"}]},
              "strict":{"type":"boolean","default":false,"description":"Stop at the first mismatch"},
              "ratio":{"type":["number","null"]},
              "since":{"type":"string","format":"date"},
              "tags":{"type":"array","items":{"type":"string"}},
              "parts":{"type":"array","uniqueItems":true,"items":{"enum":["title","body","comments"]}},
              "where":{"oneOf":[
                 {"title":"Folder","type":"object","required":["kind","path"],"properties":{"kind":{"const":"folder"},"path":{"type":"string"}}},
                 {"title":"Web","type":"object","required":["kind","url"],"properties":{"kind":{"const":"web"},"url":{"type":"string","format":"uri"}}}]},
              "tree":{"$ref":"#/$defs/node"}},
             "$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"next":{"$ref":"#/$defs/node"}}}}}
            """;
    private ArgumentsEditor editor;
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        editor = new ArgumentsEditor(new FxBatcher(), JsonDocument.parse(SCHEMA).tree());
        stage = shown;
        stage.setScene(new Scene(editor.node(), 460, 560));
        stage.show();
    }

    @Test
    void whatIsTypedInTheFormIsInTheTextAndBack(FxRobot robot) throws Exception {
        assertThat(editor.text()).isEqualTo("{\n  \"count\": 10\n}");

        robot.clickOn(named(robot, "query")).write("a \"b\"");
        robot.clickOn(named(robot, "count"))
                .press(KeyCode.CONTROL, KeyCode.A)
                .release(KeyCode.A, KeyCode.CONTROL)
                .write("1x");
        await(() -> invalid() == 2);
        assertThat(editor.text())
                .isEqualTo("{\n  \"count\": \"1x\",\n  \"query\": \"a \\\"b\\\"\"\n}");
        assertThat(((TextField) named(robot, "count")).getText()).isEqualTo("1x");
        robot.interact(editor::focusFirstProblem);
        save("form-problem-light.png");

        robot.type(KeyCode.BACK_SPACE);
        robot.interact(() ->
                editor.setText(
                        "{ \"mode\":\"deep\",\"query\":\"q\",\"count\":2,\"x\":1.0,\"ratio\":1e400"
                                + " }"));
        await(() -> editor.validityProperty().get().sendable());
        robot.interact(() -> ((TextField) named(robot, "query")).setText("new"));
        assertThat(editor.text())
                .isEqualTo(
                        "{ \"mode\":\"deep\",\"query\":\"new\",\"count\":2,\"x\":1.0,\"ratio\":1e400"
                                + " }");
        assertThat(((TextField) named(robot, "ratio")).getText()).isEqualTo("1e400");
    }

    @Test
    void variantsItemsAndBrokenJsonLoseNothing(FxRobot robot) throws Exception {
        robot.interact(() ->
                editor.setText(
                        """
                        {
                          "query": "how do forms lose values",
                          "count": 10,
                          "mode": "deep",
                          "tags": ["one", "two"],
                          "where": {"kind": "folder", "path": "/srv/data", "own": 1.0},
                          "since": 5,
                          "extra": [1.50, null]
                        }
                        """));
        for (String name : new String[] {"where", "tags"}) {
            robot.interact(() ->
                    robot.lookup(n -> ("Unfold " + name).equals(n.getAccessibleText()))
                            .queryButton()
                            .fire());
        }
        save("form-light.png");
        ComboBox<?> picker = (ComboBox<?>) named(robot, "where");
        robot.interact(() -> picker.getSelectionModel().select(1));
        assertThat(editor.text())
                .contains("\"own\": 1.0", "\"kind\": \"web\"")
                .doesNotContain("/srv/data");
        robot.interact(() -> picker.getSelectionModel().select(0));
        assertThat(editor.text())
                .contains("{\"kind\": \"folder\", \"path\": \"/srv/data\", \"own\": 1.0}");

        String whole = editor.text();
        robot.interact(() -> robot.lookup("JSON").queryAs(ToggleButton.class).fire());
        save("json-light.png");
        robot.interact(() -> editor.setText(whole.replace("null]", "null")));
        await(() -> editor.validityProperty().get() instanceof Validity.NotJson);
        assertThat(editor.value()).isNull();
        save("json-broken-light.png");
        robot.interact(() -> robot.lookup("Form").queryAs(ToggleButton.class).fire());
        assertThat(editor.text()).isEqualTo(whole.replace("null]", "null"));
        robot.interact(() -> editor.setText(whole));
        assertThat(String.valueOf(editor.value())).contains("1.50");
        robot.interact(() ->
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
        await(() -> editor.validityProperty().get() instanceof Validity.Checked);
        save("form-dark.png");
    }

    private long invalid() {
        return editor.validityProperty().get() instanceof Validity.Checked(var problems)
                ? problems.size()
                : 0;
    }

    private static Node named(FxRobot robot, String name) {
        return robot.lookup(n ->
                        name.equals(n.getAccessibleText())
                                || (n instanceof Button b && name.equals(b.getText())))
                .query();
    }

    private static void await(BooleanSupplier state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> state.getAsBoolean());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void save(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        var image = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null));
        Path file = Path.of("target", "screenshots", name);
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image.get(), null), "png", file.toFile());
    }
}
