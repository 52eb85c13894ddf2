package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Problems;
import dev.benchlight.render.Screen;
import dev.benchlight.render.standard.StandardRenderers;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ResultPaneTest {
    private static final String KINDS =
            """
            {"content": [
              {"type": "text", "text": "[{\\"name\\":\\"Ada\\",\\"born\\":1815},{\\"name\\":\\"Grace\\",\\"born\\":1906}]"},
              {"type": "image", "mimeType": "image/jpeg", "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="},
              {"type": "image", "mimeType": "image/svg+xml", "data": "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciPjxzY3JpcHQ+YWxlcnQoMSk8L3NjcmlwdD48L3N2Zz4="},
              {"type": "resource", "resource": {"uri": "demo://notes/1", "mimeType": "application/octet-stream", "blob": "AAECAwQFBgcICQoLDA0ODxAREhM="}},
              {"type": "resource_link", "uri": "demo://report", "name": "report", "title": "Weekly report", "size": 81920, "mimeType": "text/markdown"},
              {"type": "hologram", "depth": 3}],
             "structuredContent": {"rows": [{"id": 1, "tags": ["a"]}, {"id": 2, "note": null}]}}
            """;

    private final ScriptedExchange server = new ScriptedExchange();
    private final QuietServices services = new QuietServices();
    private Screen screen;
    private Stage stage;
    private CallModel model;

    @Start
    void start(Stage shown) {
        stage = shown;
        FxBatcher batcher = new FxBatcher();
        model = new CallModel(server, batcher::run);
        screen = new Screen(stage, 760, 900);
        ResultPane pane =
                new ResultPane(
                        services.on(batcher),
                        "demo",
                        model,
                        new ResultPane.Tab(_ -> {}, () -> {}, Optional::empty));
        pane.getStyleClass().add("call-tab");
        var sheets = stage.getScene().getStylesheets();
        sheets.add(StandardRenderers.stylesheet());
        for (String sheet : new String[] {"/dev/benchlight/app/ui/app.css", "result.css"}) {
            sheets.add(
                    Objects.requireNonNull(ResultPane.class.getResource(sheet)).toExternalForm());
        }
        stage.getScene().setRoot(pane);
    }

    private void call(FxRobot robot, String result) throws Exception {
        call(robot, new Outcome.Ok<>(json(result)));
    }

    private void call(FxRobot robot, Outcome<JsonNode> outcome) throws Exception {
        robot.interact(() -> model.run(new Request("tools/call", json("{\"arguments\":{}}"))));
        server.answer(outcome);
        Screen.await(() -> !model.runningProperty().get());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private boolean shows(String text) {
        return OnFx.get(() -> Screen.texts(stage.getScene().getRoot())).stream()
                .anyMatch(shown -> shown.contains(text));
    }

    @Test
    void howLongAServerAsksToWaitIsCountedDown(FxRobot robot) throws Exception {
        Instant soon = Instant.now().plusSeconds(3_600);
        JsonNode details = json("{\"status\":429,\"retryAt\":\"" + soon + "\"}");
        Problem problem = Problem.of("http-429", Layer.HTTP, "too many").withDetails(details);
        call(robot, new Outcome.TransportError<>(problem));
        Screen.await(() -> shows("The server asks to wait another 59:"));
        call(robot, "{\"content\":[]}");
        Screen.await(() -> !shows("asks to wait"));
    }

    @Test
    void everyKindOfContentStandsInTheResultAndNarrowRowsBecomeMenus(FxRobot robot)
            throws Exception {
        call(robot, "{\"content\":[]}");
        call(robot, KINDS);
        Screen.await(() -> shows("Unknown content type 'hologram'"));
        assertThat(shows("PNG image · 1 × 1")).isTrue();
        assertThat(shows("Declared as image/jpeg")).isTrue();
        assertThat(shows("SVG is shown as its source")).isTrue();
        assertThat(shows("2 rows · 3 columns")).isTrue();
        assertThat(services.told()).as("nothing is read by itself").isEmpty();
        Node menu = robot.lookup("#more-actions").query();
        assertThat(menu.isVisible()).isFalse();
        screen.picture(robot, "result-wide");

        robot.interact(() -> stage.setWidth(400));
        screen.picture(robot, "result-400");
        robot.interact(() -> stage.setWidth(260));
        Screen.await(menu::isVisible);
        assertThat(shows("OK")).isTrue();
        assertThat(((MenuButton) menu).getItems())
                .extracting(MenuItem::getText)
                .contains("Copy result as JSON", "Use the arguments of this run");
        screen.picture(robot, "result-260");
        screen.press(robot, "Open");
        assertThat(services.told()).singleElement().asString().contains("demo://report");
    }

    @Test
    void whatTheUserCancelledIsShownAsSuchAndNotAsAFailure(FxRobot robot) throws Exception {
        Problem problem = Problem.of("cancelled", Layer.INPUT, "tools/call was cancelled");
        call(robot, new Outcome.Cancelled<>(problem));
        Screen.await(() -> shows("tools/call was cancelled"));

        Node view = robot.lookup(".failure").query();
        assertThat(view.getStyleClass()).contains("cancelled");
        Node word = robot.lookup(".failure-word").query();
        assertThat(word.getStyleClass()).contains("muted");
        assertThat(shows("Cancelled")).isTrue();
        assertThat(shows("Layer:")).isFalse();
        assertThat(shows("Restart server")).isFalse();
        assertThat(shows("Try again")).isTrue();
        screen.picture(robot, "result-cancelled");
    }

    @Test
    void aCallThatWaitsForTheUserSaysSoAndLeadsThere(FxRobot robot) throws Exception {
        robot.interact(() -> model.run(new Request("tools/call", json("{}"))));
        Screen.await(() -> shows("Waiting for the answer"));
        assertThat(shows("Answer")).isFalse();
        services.asked(true);
        Screen.await(() -> shows("Waiting for you"));
        assertThat(shows("The server waits for your answer")).isTrue();
        screen.picture(robot, "result-asked");
        screen.press(robot, "Answer");
        assertThat(services.told()).singleElement().asString().startsWith("answer ");
        services.asked(false);
        Screen.await(() -> shows("Waiting for the answer"));
        server.answer(new Outcome.Ok<>(json("{\"content\":[]}")));
        Screen.await(() -> !model.runningProperty().get());
    }

    @Test
    void pagesThatAreWantedBeforeACallAreShownAndOpenedOnlyOnceThatIsConfirmed(FxRobot robot)
            throws Exception {
        String data =
                """
                {"elicitations": [
                  {"mode": "url", "elicitationId": "1", "message": "Connect your account",
                   "url": "https://login.example.test/connect?x=1"},
                  {"mode": "url", "elicitationId": "2", "message": "And this one",
                   "url": "https://bank.test@evil.test/"}]}
                """;
        Problem problem = Problem.of("rpc-error", Layer.PROTOCOL, "Sign in first");
        call(robot, new Outcome.RpcError<>(-32042, "Sign in first", json(data), problem));
        Screen.await(() -> shows("Connect your account"));
        assertThat(shows("https://login.example.test/connect?x=1")).isTrue();
        assertThat(shows("https://bank.test@evil.test/")).isTrue();
        assertThat(shows("holds a user name, which hides its host")).isTrue();
        assertThat(shows("Open the page on evil.test…")).isFalse();
        screen.picture(robot, "result-pages");
        screen.press(robot, "Open the page on login.example.test…");
        assertThat(services.shown())
                .containsExactly("Open link: https://login.example.test/connect?x=1");
        assertThat(services.told()).isEmpty();
        services.agree(true);
        screen.press(robot, "Open the page on login.example.test…");
        Screen.await(() -> !services.told().isEmpty());
        assertThat(services.told())
                .containsExactly("browse https://login.example.test/connect?x=1");
    }

    @Test
    void anAnswerOfTheWrongShapeShowsWhatIsWrongAndItsBytes(FxRobot robot) throws Exception {
        services.recorded("{\"id\":2,\"result\":{\"content\":\"sunny\"}}");
        call(
                robot,
                new Outcome.ProtocolViolation<>(
                        Problems.badResult(
                                "tools/call", "/content", json("\"sunny\""), "an array")));
        Screen.await(() -> shows("a string at /content, where an array must stand"));
        assertThat(shows("Protocol violation")).isTrue();
        assertThat(shows("the trace holds what it sent")).isTrue();
        screen.picture(robot, "result-violation");
        screen.press(robot, "Show the raw answer");
        Screen.await(() ->
                robot.lookup(".line-view")
                        .tryQuery()
                        .filter(view -> view.getAccessibleText().contains("\"content\":\"sunny\""))
                        .isPresent());
        screen.picture(robot, "result-violation-raw");
    }

    @Test
    void hundredsOfPartsAreShownStepByStep(FxRobot robot) throws Exception {
        String part = "{\"type\":\"text\",\"text\":\"hello\"}";
        call(robot, "{\"content\":[" + (part + ",").repeat(99) + part + "]}");
        Screen.await(() -> shows("60 more parts"));
        assertThat(OnFx.get(() -> robot.lookup(".block").queryAll().size())).isEqualTo(40);
        screen.press(robot, "60 more parts: show more");
        Screen.await(() -> OnFx.get(() -> robot.lookup(".block").queryAll().size()) == 100);
        assertThat(shows("more parts")).isFalse();
    }
}
