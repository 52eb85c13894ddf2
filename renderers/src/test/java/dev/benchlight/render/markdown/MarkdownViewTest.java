package dev.benchlight.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Screen;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MarkdownViewTest {
    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 760, 960);
    }

    private void show(FxRobot robot, String markdown) throws Exception {
        Rendering rendering =
                new MarkdownRenderer()
                        .render(new RenderInput.Text("x", "text/markdown", markdown), host);
        screen.show(
                robot,
                () -> {
                    Node node = rendering.node();
                    VBox.setVgrow(node, Priority.ALWAYS);
                    return node;
                });
    }

    /// What a reader sees of the flow that holds `part`, links and badges in brackets.
    private static String flowWith(FxRobot robot, String part) {
        return robot.lookup(node -> node instanceof TextFlow).<TextFlow>queryAll().stream()
                .map(MarkdownViewTest::shown)
                .filter(text -> text.contains(part))
                .findFirst()
                .orElse("");
    }

    private static String shown(TextFlow flow) {
        return flow.getChildren().stream()
                .filter(Node::isManaged)
                .map(node ->
                        node instanceof Text text
                                ? text.getText()
                                : Screen.texts(node).toString().replaceAll(", ", " "))
                .collect(Collectors.joining());
    }

    @Test
    void aTextIsAsHighAsItsBlocksAndALongOneHasAMost(FxRobot robot) throws Exception {
        show(robot, "One line.");
        Screen.await(() -> height(robot) < 60);
        show(robot, "# Title\n\nOne line.\n\n- a\n- b");
        Screen.await(() -> height(robot) > 100);
        assertThat(height(robot)).isLessThan(200);
        show(robot, "paragraph\n\n".repeat(500));
        Screen.await(() -> height(robot) == 640);
    }

    private static double height(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () ->
                        robot.lookup(node -> node instanceof MarkdownPane)
                                .queryAs(MarkdownPane.class)
                                .prefHeight(-1));
    }

    @Test
    void everyElementIsShown(FxRobot robot) throws Exception {
        show(robot, Documents.EVERYTHING);
        assertThat(flowWith(robot, "Heading one")).isEqualTo("Heading one");
        assertThat(flowWith(robot, "Plain")).contains("bold", "italic", "struck", "[inline code]");
        assertThat(flowWith(robot, "second line")).contains("first line\nsecond line");
        assertThat(flowWith(robot, "Served by")).isEqualTo("Served by [the host].");
        assertThat(flowWith(robot, "<b>")).isEqualTo("HTML like <b>this</b> is text.");
        assertThat(screen.texts())
                .contains("•", "1.", "java", "[Copy code]", "HTML, shown as text")
                .contains("Chart · pictures.example.test", "Load once");
        Screen.await(() -> robot.lookup(".image-stage").tryQuery().isPresent());
        screen.press(robot, "Copy code");
        assertThat(host.asked()).containsExactly("copy int answer = 42; // of course");
        screen.picture(robot, "markdown");
    }

    @Test
    void linksAskTheHostAndRemotePicturesLoadOnlyOnAClick(FxRobot robot) throws Exception {
        show(
                robot,
                "[site](https://a.test/x?y=1) [run](javascript:alert(1)) [mail](mailto:a@b.test)"
                        + " [bank.test](http://evil.test) <http://auto.test>"
                        + "\n\n![p](http://c.test/p.png)");
        assertThat(flowWith(robot, "run"))
                .isEqualTo(
                        "[site] run (javascript:alert(1)) mail (mailto:a@b.test)"
                                + " [bank.test] (evil.test) [http://auto.test]");
        Hyperlink link = robot.lookup(".hyperlink").query();
        robot.clickOn(link);
        assertThat(link.getTooltip().getText()).isEqualTo("https://a.test/x?y=1");
        assertThat(host.asked()).containsExactly("link https://a.test/x?y=1");
        screen.press(robot, "Load once");
        assertThat(host.asked()).contains("image http://c.test/p.png").hasSize(2);
    }

    @Test
    void textIsCopiedByWordByStretchByBlockAndAsAWhole(FxRobot robot) throws Exception {
        String document = "One `two` three\u200bfour.\n\n- second block\n";
        show(robot, document);
        TextFlow flow = robot.lookup(".md-text").query();
        Node word = flow.getChildren().getFirst();
        robot.doubleClickOn(word);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.moveTo(flow, Pos.CENTER_LEFT, new Point2D(1, 0), Motion.DIRECT).clickOn();
        drag(robot, flow, 400);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(host.asked())
                .containsExactly(
                        "copy One",
                        "copy One two three\\u200Bfour.",
                        "copy One `two` three\\u200Bfour.\n\n- second block");
    }

    /// The robot of the headless platform moves the mouse, but does not drag.
    private static void drag(FxRobot robot, TextFlow flow, double x) {
        MouseEvent event =
                new MouseEvent(
                        MouseEvent.MOUSE_DRAGGED,
                        x,
                        8,
                        x,
                        8,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null);
        robot.interact(() -> Event.fireEvent(flow, event));
    }

    @Test
    void whatIsSelectedIsMarkedWhereItStands(FxRobot robot) throws Exception {
        show(robot, "Some words of a paragraph.\n\n```java\nint a;\nint b;\n```\n");
        TextFlow code = robot.lookup(".md-code-text").query();
        robot.doubleClickOn(code.getChildren().getFirst());
        assertThat(code.getChildren().getFirst().getStyleClass()).contains("md-selection");
        screen.picture(robot, "markdown-selection");
    }

    @Test
    void whatCannotBeSeenIsMarked(FxRobot robot) throws Exception {
        show(robot, Documents.HIDDEN);
        assertThat(flowWith(robot, "invoice")).isEqualTo("invoice[RLO]fdp.exe[PDF]");
        assertThat(flowWith(robot, "zero")).isEqualTo("zero[ZWSP]width and [BOM]mark");
        assertThat(flowWith(robot, "many"))
                .isEqualTo("many[%s and 992 more]", "ZWSP ".repeat(8).strip());
        assertThat(flowWith(robot, "31m")).isEqualTo("[ESC][31mred[ESC][0m[BEL]");
        assertThat(flowWith(robot, "tags")).contains("[TAG H TAG i]");
        screen.picture(robot, "markdown-hidden");
    }

    @Test
    void aLongDocumentIsShownPartByPart(FxRobot robot) throws Exception {
        String text = "Some words in a paragraph.\n\n".repeat(18_000);
        show(robot, text);
        ListView<?> list = robot.lookup(".markdown").query();
        Screen.await(() -> screen.texts().contains("The first 320.0 KB of 492.2 KB are shown."));
        int first = list.getItems().size();
        assertThat(robot.lookup(".list-cell").queryAll()).hasSizeLessThan(100);
        screen.press(robot, "Show more");
        Screen.await(() -> list.getItems().size() == 18_000);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(first).isLessThan(18_000);
        assertThat(screen.texts()).doesNotContain("Show more");
    }

    @Test
    void aPartThatCannotBeReadSaysWhyAndCanBeTriedAgain(FxRobot robot) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        MarkdownPane.Parsing parser =
                part -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return MarkdownParser.parse(part);
                };
        List<Block.Piece> first = MarkdownParser.parse("one");
        screen.show(robot, () -> new MarkdownPane("one\n\ntwo", 4, first, parser, host));
        ListView<?> list = robot.lookup(".markdown").query();

        Screen.await(() ->
                screen.texts()
                        .contains("The text could not be read on: there is not enough memory."));
        screen.press(robot, "Try again");
        Screen.await(() -> list.getItems().size() == 2);
    }

    @Test
    void anEmptyDocumentSaysSo(FxRobot robot) throws Exception {
        show(robot, "");
        assertThat(screen.texts()).isEqualTo(List.of("Empty"));
    }
}
