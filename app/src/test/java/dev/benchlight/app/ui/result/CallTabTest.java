package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.tools.ToolSubject;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.render.RendererRegistry;
import dev.benchlight.trace.SpanId;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

@ExtendWith(ApplicationExtension.class)
class CallTabTest {
    private static final String TOOL =
            """
            {"name": "wipe", "title": "Wipe disk", "description": "Removes\\u200b everything.",
             "inputSchema": {"type": "object"}, "annotations": {"destructiveHint": true}}
            """;

    private final FakeConnection connection = new FakeConnection();
    private final ScriptedExchange server = new ScriptedExchange();
    private final Answering dialogs = new Answering();

    @Start
    void start(Stage stage) {
        TabServices services =
                new TabServices(
                        new FxBatcher(),
                        dialogs,
                        new Silent(),
                        new RendererRegistry(List.of()),
                        _ -> Optional.empty(),
                        new Nowhere());
        CallTab tab =
                new CallTab(
                        services, connection, server, new ToolSubject("wipe"), new Consent(), "");
        stage.setScene(new Scene((Region) tab.node(), 900, 560));
        stage.show();
    }

    private static void shows(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    WaitForAsyncUtils.waitForFxEvents();
                    return robot.lookup(node -> visibleWith(node, text)).tryQuery().isPresent();
                });
    }

    private static boolean visibleWith(Node node, String text) {
        return node instanceof Labeled labeled
                && labeled.isVisible()
                && labeled.getText() != null
                && labeled.getText().contains(text);
    }

    @Test
    void aDestructiveToolIsAskedAboutRunAndItsErrorShown(FxRobot robot) throws Exception {
        shows(robot, "Connect and run");
        connection.ready(TOOL);
        shows(robot, "claims destructive");
        shows(robot, "Removes⟦U+200B⟧ everything.");
        dialogs.agrees = false;
        robot.clickOn("#run");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(server.sent()).isEmpty();
        dialogs.agrees = true;
        robot.clickOn("#run");
        shows(robot, "Waiting for the answer");
        server.answer(
                new Outcome.ToolError<>(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"isError\":true,\"content\":[{\"type\":\"text\","
                                                + "\"text\":\"disk is busy\"}]}"),
                        Problem.of("tool-error", Layer.TOOL, "disk is busy")));
        shows(robot, "The tool reported an error");
        shows(robot, "disk is busy");
        robot.clickOn("#run");
        shows(robot, "Waiting for the answer");
        robot.clickOn("#cancel");
        shows(robot, "Cancelled");
        shows(robot, "Try again");
        connection.ready();
        shows(robot, "does not list this tool");
    }

    private static final class Answering implements Dialogs {
        private volatile boolean agrees;

        @Override
        public void ask(Question question, Runnable confirmed) {
            if (agrees) {
                confirmed.run();
            }
        }

        @Override
        public void problem(String title, String sentence, String details) {}

        @Override
        public Runnable show(String title, Region content, Runnable closed) {
            return closed;
        }

        @Override
        public void chooseTarget(String title, String suggestedName, Consumer<Path> chosen) {}

        @Override
        public void chooseSource(String title, Consumer<Path> chosen) {}

        @Override
        public void chooseFolder(String title, Consumer<Path> chosen) {}
    }

    private static final class Silent implements Workbench {
        @Override
        public void open(Place place, String draft) {}

        @Override
        public void inspect(SpanId span) {}

        @Override
        public void toast(String text) {}

        @Override
        public void problem(String sentence) {}
    }

    private static final class Nowhere implements Outside {
        @Override
        public void browse(URI link) throws IOException {
            throw new IOException("no browser here");
        }

        @Override
        public byte[] fetch(URI image) throws IOException {
            throw new IOException("no network here");
        }
    }
}
