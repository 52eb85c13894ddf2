package dev.benchlight.app.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.Await;
import dev.benchlight.trace.TraceRecorder;

import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class AddServerPaneTest {
    private static final String THREE =
            """
            {"mcpServers": {
              "a": {"command": "one"},
              "b": {"command": "two", "disabled": true},
              "c": {"url": 17}}}
            """;

    @TempDir static Path folder;

    @Start
    void start(Stage stage) throws IOException {
        Workspace workspace = Workspace.open(folder.resolve("ws"));
        TrustStore trust = TrustStore.open(DataFolder.open(folder.resolve("data"), Map.of()));
        Approvals approvals = new Approvals(workspace, trust, Map.of(), _ -> {});
        Connections connections = new Connections(approvals, Entries.sessions(TraceRecorder.NONE));
        StageDialogs dialogs = new StageDialogs(stage);
        Theme.LIGHT.apply();
        stage.setScene(new Scene(new Region(), 900, 640));
        stage.show();
        AddServerPane.paste(
                dialogs,
                new ServerActions(
                        connections,
                        workspace,
                        approvals,
                        new SignIns(_ -> {}, SignInChoices.inMemory()),
                        dialogs,
                        new FxBatcher()));
    }

    @Test
    void oneBoxChoosesAllThatCanBeUsed(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#paste").queryAs(TextArea.class).setText(THREE));
        CheckBox all = robot.lookup("#choose-all").queryAs(CheckBox.class);
        Await.until("the preview", all::isVisible);

        robot.interact(
                () -> assertThat(all.getText()).isEqualTo("All 2 servers; 1 cannot be used"));
        assertThat(all.isIndeterminate()).isTrue();
        assertThat(chosen(robot)).containsExactly(true, false, false);
        robot.interact(all::fire);
        assertThat(chosen(robot)).containsExactly(true, true, false);
        assertThat(all.isIndeterminate()).isFalse();
        robot.interact(all::fire);
        assertThat(chosen(robot)).containsExactly(false, false, false);
    }

    @Test
    void aNameTypedInThePreviewOutlivesAChangeOfTheText(FxRobot robot) throws Exception {
        TextArea text = robot.lookup("#paste").queryAs(TextArea.class);
        robot.interact(() -> text.setText(THREE));
        Await.until("the preview", () -> boxes(robot).size() == 3);
        robot.interact(() -> {
            robot.lookup(".draft-row .text-field").queryAllAs(TextField.class).stream()
                    .findFirst()
                    .orElseThrow()
                    .setText("mine");
            boxes(robot).getFirst().fire();
        });
        robot.interact(() -> text.setText(THREE + "broken"));
        Await.until("the problem", () -> boxes(robot).isEmpty());
        robot.interact(() -> text.setText(THREE + " "));
        Await.until("the preview again", () -> boxes(robot).size() == 3);

        assertThat(robot.lookup(".draft-row .text-field").queryAllAs(TextField.class))
                .extracting(TextField::getText)
                .containsExactly("mine", "b", "c");
        assertThat(chosen(robot)).containsExactly(false, false, false);
    }

    @Test
    void anEntryIsChosenAgainOnceItsTextIsWhole(FxRobot robot) throws Exception {
        TextArea text = robot.lookup("#paste").queryAs(TextArea.class);
        for (String url : List.of("\"https://one.example\"", "17", "\"https://two.example\"")) {
            robot.interact(() -> text.setText("{\"a\": {\"url\": " + url + "}}"));
            List<Boolean> expected = List.of(!url.equals("17"));
            Await.until("the choice of " + url, () -> chosen(robot).equals(expected));
        }
    }

    private static List<CheckBox> boxes(FxRobot robot) {
        return List.copyOf(robot.lookup(".draft-row .check-box").queryAllAs(CheckBox.class));
    }

    private static List<Boolean> chosen(FxRobot robot) {
        return boxes(robot).stream().map(CheckBox::isSelected).toList();
    }
}
