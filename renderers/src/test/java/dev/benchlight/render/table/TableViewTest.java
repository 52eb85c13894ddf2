package dev.benchlight.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Screen;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TableViewTest {
    private static final String PEOPLE =
            """
            [{"name": "Ada", "born_in": 1815, "tags": ["math", "poet"], "note": ""},
             {"name": "Grace", "born_in": 1906, "note": null, "rank": "Rear admiral"},
             {"name": "Linus", "born_in": 1969.5, "tags": {"os": "linux"}},
             {"name": "Zuse, Konrad", "born_in": "around 1910", "note": "said \\"Z3\\""}]
            """;

    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 720, 420);
    }

    private TableView<JsonNode> show(FxRobot robot, RenderInput input) throws Exception {
        TableRenderer renderer =
                input instanceof RenderInput.Json
                        ? TableRenderer.ofTrees()
                        : TableRenderer.ofText();
        assertThat(renderer.accepts(input)).isTrue();
        screen.show(robot, renderer.render(input, host));
        return robot.lookup(".json-table").queryTableView();
    }

    @Test
    void textWithRowsIsSortedCopiedAndSaved(FxRobot robot) throws Exception {
        TableView<JsonNode> table =
                show(robot, new RenderInput.Text("people.json", "text/plain", PEOPLE));
        assertThat(screen.texts())
                .contains("4 rows · 5 columns", "born_in", "[\"math\",\"poet\"]", "null", "\"\"");
        assertThat(robot.lookup(".cell-missing").queryAll()).hasSize(6);
        screen.picture(robot, "table");

        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().selectIndices(0, 3);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Screen.await(() -> !host.asked().isEmpty());
        assertThat(host.asked().getFirst())
                .isEqualTo(
                        "copy Ada\t1815\t\"[\"\"math\"\",\"\"poet\"\"]\"\t\"\"\t\n"
                                + "Zuse, Konrad\taround 1910\t\t\"said \"\"Z3\"\"\"\t");

        robot.interact(() -> table.getSortOrder().add(table.getColumns().get(1)));
        robot.interact(() ->
                table.getColumns()
                        .get(1)
                        .setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING));
        Screen.await(() -> table.getItems().getFirst().path("name").asString().startsWith("Zuse"));
        assertThat(table.getItems())
                .extracting(row -> row.path("name").asString())
                .containsExactly("Zuse, Konrad", "Linus", "Grace", "Ada");
        robot.interact(() -> table.getSortOrder().clear());
        assertThat(table.getItems().getFirst().path("name").asString()).isEqualTo("Ada");

        screen.press(robot, "Save all rows as CSV…");
        screen.press(robot, "Save all rows as JSON…");
        Screen.await(() -> host.asked().size() == 3);
        assertThat(host.asked())
                .anyMatch(line -> line.startsWith("save people.csv "))
                .anyMatch(line -> line.startsWith("save people.json "));
    }

    @Test
    void onlyTheCellsInViewAreMade(FxRobot robot) throws Exception {
        ArrayNode rows = JsonMapper.shared().createArrayNode();
        for (int row = 0; row < 10_000; row++) {
            ObjectNode object = rows.addObject();
            for (int column = 0; column < 120; column++) {
                object.put("column " + column, row * column);
            }
        }
        TableView<JsonNode> table = show(robot, new RenderInput.Json("", rows));
        assertThat(screen.texts()).contains("10,000 rows · 100 of 120 columns");
        robot.interact(() -> {
            table.scrollTo(9_999);
            table.scrollToColumnIndex(60);
        });
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".table-cell").queryAll().size()).isLessThan(1_500);
        assertThat(screen.texts()).contains("column 60", String.valueOf(9_999 * 60));
    }

    @Test
    void textThatIsNoTableSaysSo(FxRobot robot) throws Exception {
        screen.show(
                robot,
                TableRenderer.ofText().render(new RenderInput.Text("", "", "[{},1]"), host),
                TableRenderer.ofText().render(new RenderInput.Text("", "", "[{"), host));
        assertThat(screen.texts())
                .contains("This is not an array of objects.")
                .anyMatch(text -> text.startsWith("This is not JSON: "));
    }
}
