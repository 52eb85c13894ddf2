package dev.benchlight.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Screen;

import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class JsonViewTest {
    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 560, 420);
    }

    private ListView<JsonRow> show(FxRobot robot, RenderInput input) throws Exception {
        screen.show(robot, new JsonRenderer().render(input, host));
        ListView<JsonRow> tree = robot.lookup(".json-tree").queryListView();
        robot.interact(tree::requestFocus);
        return tree;
    }

    private String selected(ListView<JsonRow> tree) {
        return tree.getSelectionModel().getSelectedItem().pointer();
    }

    @Test
    void theKeyboardWalksFindsAndCopies(FxRobot robot) throws Exception {
        String text =
                """
                {"server": {"name": "demo", "port": 8080, "tls": false, "note": null},
                 "price": 1.10, "tools": ["echo", {"name": "get-sum", "cost": 1e3}]}
                """;
        ListView<JsonRow> tree = show(robot, new RenderInput.Text("a.json", "", text));
        assertThat(screen.texts()).contains("object · 3 members");
        screen.picture(robot, "json-tree");

        robot.push(KeyCode.DOWN).push(KeyCode.LEFT);
        assertThat(tree.getItems()).hasSize(8);
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(selected(tree)).isEqualTo("/server/port");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Screen.await(() -> host.asked().contains("copy 8080"));
        robot.push(KeyCode.LEFT);
        assertThat(selected(tree)).isEqualTo("/server");

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("name");
        Screen.await(() -> screen.texts().contains("1 of 2"));
        robot.push(KeyCode.ENTER);
        assertThat(selected(tree)).isEqualTo("/tools/1/name");
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE);
        Screen.await(() -> screen.texts().contains("3 of 3"));
        assertThat(selected(tree)).isEqualTo("/tools/1/name");
        robot.push(KeyCode.ESCAPE);
        assertThat(tree.isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        Screen.await(() -> screen.texts().contains("1 of 3"));
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        robot.interact(() -> tree.getContextMenu().getItems().forEach(MenuItem::fire));
        Screen.await(() -> host.asked().size() == 5);
        assertThat(host.asked())
                .contains("copy get-sum", "copy name", "copy $.tools[1].name")
                .contains("copy /tools/1/name");
    }

    @Test
    void aWideObjectIsOpenedAtOnceAndOnlyItsRowsInViewAreMade(FxRobot robot) throws Exception {
        ObjectNode wide = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < 100_000; i++) {
            wide.put("member " + i, i);
        }
        ListView<JsonRow> tree = show(robot, new RenderInput.Json("", wide));
        robot.push(KeyCode.RIGHT).push(KeyCode.END);
        assertThat(tree.getItems()).hasSize(100_001);
        assertThat(selected(tree)).isEqualTo("/member 99999");
        assertThat(robot.lookup(".json-tree .list-cell").queryAll().size()).isLessThan(100);
        assertThat(screen.texts()).contains("object · 100,000 members");
        robot.push(KeyCode.HOME).push(KeyCode.LEFT);
        assertThat(tree.getItems()).hasSize(1);
    }

    @Test
    void brokenJsonAndNamesThatStandTwiceAreNoted(FxRobot robot) throws Exception {
        screen.show(
                robot,
                new JsonRenderer().render(new RenderInput.Text("", "", "{\"a\":1,\"a\":2}"), host),
                new JsonRenderer().render(new RenderInput.Text("", "", "{\"a\":"), host));
        assertThat(screen.texts())
                .anyMatch(text -> text.contains("same name twice"))
                .anyMatch(text -> text.startsWith("This is not JSON that can be shown as a tree"));
    }
}
