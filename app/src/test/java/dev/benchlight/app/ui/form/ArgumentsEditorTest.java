package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

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
    private Stage stage;
    private FormWindow window;
    private ArgumentsEditor editor;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void open(FxRobot robot) {
        window = new FormWindow(robot, stage, SCHEMA);
        editor = window.editor();
    }

    @Test
    void whatIsTypedInTheFormIsInTheTextAndBack(FxRobot robot) throws Exception {
        open(robot);
        assertThat(editor.text()).isEqualTo("{\n  \"count\": 10\n}");

        robot.clickOn(window.named("query")).write("a \"b\"");
        robot.clickOn(window.named("count"))
                .press(KeyCode.CONTROL, KeyCode.A)
                .release(KeyCode.A, KeyCode.CONTROL)
                .write("1x");
        FormWindow.await(() -> invalid() == 2);
        assertThat(editor.text())
                .isEqualTo("{\n  \"count\": \"1x\",\n  \"query\": \"a \\\"b\\\"\"\n}");
        assertThat(((TextField) window.named("count")).getText()).isEqualTo("1x");
        robot.interact(editor::focusFirstProblem);
        window.save("form-problem-light");

        robot.type(KeyCode.BACK_SPACE);
        robot.interact(() ->
                editor.setText(
                        "{ \"mode\":\"deep\",\"query\":\"q\",\"count\":2,\"x\":1.0,\"ratio\":1e400"
                                + " }"));
        FormWindow.await(() -> editor.validityProperty().get().sendable());
        robot.interact(() -> ((TextField) window.named("query")).setText("new"));
        assertThat(editor.text())
                .isEqualTo(
                        "{ \"mode\":\"deep\",\"query\":\"new\",\"count\":2,\"x\":1.0,\"ratio\":1e400"
                                + " }");
        assertThat(((TextField) window.named("ratio")).getText()).isEqualTo("1e400");
    }

    @Test
    void variantsItemsAndBrokenJsonLoseNothing(FxRobot robot) throws Exception {
        open(robot);
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
            window.fire("Unfold " + name);
        }
        window.save("form-light");
        ComboBox<?> picker = (ComboBox<?>) window.named("where");
        robot.interact(() -> picker.getSelectionModel().select(1));
        assertThat(editor.text())
                .contains("\"own\": 1.0", "\"kind\": \"web\"")
                .doesNotContain("/srv/data");
        robot.interact(() -> picker.getSelectionModel().select(0));
        assertThat(editor.text())
                .contains("{\"kind\": \"folder\", \"path\": \"/srv/data\", \"own\": 1.0}");

        String whole = editor.text();
        robot.interact(() -> robot.lookup("JSON").queryAs(ToggleButton.class).fire());
        window.save("json-light");
        robot.interact(() -> editor.setText(whole.replace("null]", "null")));
        FormWindow.await(() -> editor.validityProperty().get() instanceof Validity.NotJson);
        assertThat(editor.value()).isNull();
        window.save("json-broken-light");
        robot.interact(() -> robot.lookup("Form").queryAs(ToggleButton.class).fire());
        assertThat(editor.text()).isEqualTo(whole.replace("null]", "null"));
        robot.interact(() -> editor.setText(whole));
        assertThat(String.valueOf(editor.value())).contains("1.50");
        robot.interact(() -> FormWindow.theme(true));
        FormWindow.await(() -> editor.validityProperty().get() instanceof Validity.Checked);
        window.save("form-dark");
    }

    private long invalid() {
        return editor.validityProperty().get() instanceof Validity.Checked(var problems)
                ? problems.size()
                : 0;
    }
}
