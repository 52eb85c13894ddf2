package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.SelectableTextFlow;

import dev.benchlight.app.ui.fx.OnFx;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class FormTest {
    private Stage stage;
    private FormWindow window;
    private ArgumentsEditor editor;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void open(FxRobot robot, String properties, String text) {
        window = new FormWindow(robot, stage, "{}");
        editor = window.open("{\"type\":\"object\",\"properties\":{" + properties + "}}", text);
    }

    @Test
    void whatHidesInADescriptionIsMadeVisible(FxRobot robot) {
        String hidden = "Ends \u202ehere\u200b." + " It is long.".repeat(30) + "\u2066";
        open(robot, "\"a\":{\"type\":\"string\",\"description\":\"" + hidden + "\"}", "{}");
        assertThat(help()).startsWith("Ends ⟦U+202E⟧here⟦U+200B⟧.").endsWith("…");

        robot.interact(() -> robot.lookup("Show all").queryAs(Hyperlink.class).fire());
        assertThat(help()).endsWith("⟦U+2066⟧");
    }

    private String help() {
        return editor.node().lookupAll(".form-help").stream()
                .map(SelectableTextFlow.class::cast)
                .flatMap(flow -> flow.getChildrenUnmodifiable().stream())
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }

    @Test
    void foldingKeepsJsonThatDoesNotParseYet(FxRobot robot) throws Exception {
        open(
                robot,
                "\"box\":{\"type\":\"object\",\"properties\":{\"any\":{},\"n\":{\"type\":\"number\"}}}",
                "{\"box\": {\"any\": 1, \"n\": 2}}");
        window.fire("Unfold box");
        robot.clickOn(window.named("any")).type(KeyCode.END).write("{");
        robot.clickOn(window.named("n")).type(KeyCode.END).write("x");
        FormWindow.await(() -> problems() == 2);
        window.fire("Fold box");
        assertThat(problems()).isEqualTo(2);
        window.fire("Unfold box");

        assertThat(text("any")).isEqualTo("1{");
        assertThat(text("n")).isEqualTo("2x");
        robot.clickOn(window.named("any")).type(KeyCode.END).type(KeyCode.BACK_SPACE);
        robot.clickOn(window.named("n")).type(KeyCode.END).type(KeyCode.BACK_SPACE);
        FormWindow.await(() -> editor.validityProperty().get().sendable());
        assertThat(editor.text()).isEqualTo("{\"box\": {\"any\": 1, \"n\": 2}}");
    }

    @Test
    void aLongNameTakesThreeLinesAtMost(FxRobot robot) throws Exception {
        String name = "argument".repeat(40);
        open(robot, "\"" + name + "\": {\"type\": \"string\"}", "{}");

        Node head = robot.lookup(".form-name").query();
        assertThat(OnFx.get(() -> head.getLayoutBounds().getHeight())).isBetween(40.0, 60.0);
    }

    @Test
    void lettersTypedGoToAValueAmongVeryMany(FxRobot robot) throws Exception {
        String values =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "\"" + (i % 2 == 0 ? "even " : "Odd ") + i + "\"")
                        .collect(Collectors.joining(","));
        open(robot, "\"a\":{\"enum\":[" + values + "]}", "{\"a\":\"even 99998\"}");
        ComboBox<?> box = robot.lookup(".combo-box").queryAs(ComboBox.class);

        robot.interact(() -> {
            type(box, "odd 7");
            assertThat(editor.text()).isEqualTo("{\"a\":\"Odd 7\"}");
            box.show();
            type(box, "77");
        });
        assertThat(editor.text()).isEqualTo("{\"a\":\"Odd 777\"}");
        robot.interact(box::hide);
    }

    /// At once, for after a pause a new word begins.
    private static void type(Node node, String text) {
        text.chars()
                .mapToObj(Character::toString)
                .map(key ->
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                key,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))
                .forEach(node::fireEvent);
    }

    @Test
    void itemsAreAddedMovedAndRemovedByKeyboard(FxRobot robot) {
        open(robot, "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", "{}");
        window.fire("Unfold tags");
        robot.interact(() -> window.named("Add item").requestFocus());
        robot.type(KeyCode.SPACE).write("one");
        robot.type(KeyCode.TAB);
        assertThat(focused()).isSameAs(window.named("Add item"));
        robot.type(KeyCode.SPACE).write("two");
        assertThat(editor.text()).contains("\"one\"", "\"two\"");

        robot.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP)
                .release(KeyCode.UP, KeyCode.SHIFT, KeyCode.ALT);
        assertThat(String.valueOf(editor.value())).isEqualTo("{\"tags\":[\"two\",\"one\"]}");
        assertThat(((TextField) focused()).getText()).isEqualTo("two");

        robot.press(KeyCode.ALT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.ALT);
        robot.clickOn("Remove item");
        assertThat(String.valueOf(editor.value())).isEqualTo("{\"tags\":[\"one\"]}");
        assertThat(((TextField) focused()).getText()).isEqualTo("one");
    }

    @Test
    void membersOfOnesOwnAreAddedAndRenamedButNeverOverwritten(FxRobot robot) {
        open(robot, "\"known\":{\"type\":\"string\"}", "{\"own\": 1.0}");
        window.fire("Add member");
        robot.write("own").type(KeyCode.ENTER);
        assertThat(focused().getStyleClass()).contains("invalid");
        robot.write("2").type(KeyCode.ENTER).write("5");

        assertThat(String.valueOf(editor.value())).isEqualTo("{\"own\":1.0,\"own2\":5}");
        assertThat(focused()).isSameAs(window.named("own2"));
    }

    @Test
    void theFirstProblemIsFoundBehindThePageShown(FxRobot robot) throws Exception {
        String items =
                IntStream.range(0, 250)
                        .mapToObj(i -> i == 230 ? "\"no\"" : String.valueOf(i))
                        .collect(Collectors.joining(","));
        open(
                robot,
                "\"deep\":{\"type\":\"object\",\"properties\":{"
                        + "\"list\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}",
                "{\"deep\":{\"list\":[" + items + "]}}");
        FormWindow.await(() -> problems() == 1);
        robot.interact(editor::focusFirstProblem);

        assertThat(((TextInputControl) focused()).getText()).isEqualTo("no");
        assertThat(window.has("231")).isTrue();
        assertThat(window.has("0")).isFalse();
        robot.write("7");
        FormWindow.await(() -> editor.validityProperty().get().sendable());
        assertThat(editor.text()).contains(",229,7,231,");
    }

    @Test
    void schemasThatRequireThemselvesOpenOnDemand(FxRobot robot) {
        window = new FormWindow(robot, stage, "{}");
        String node =
                "{\"type\":\"object\",\"required\":[\"left\",\"right\"],\"properties\":{"
                        + "\"left\":{\"$ref\":\"#\"},\"right\":{\"$ref\":\"#\"},"
                        + "\"or\":{\"anyOf\":[{\"$ref\":\"#/properties/or\"},{\"type\":\"string\"}]}}}";
        editor = window.open(node, "{}");
        int before = robot.lookup("Unfold left").queryAll().size();
        window.fire("Unfold left");

        assertThat(robot.lookup(n -> "left".equals(n.getAccessibleText())).queryAll()).isEmpty();
        assertThat(editor.text()).isEqualTo("{}");
        assertThat(before).isZero();
    }

    @Test
    void theJsonEditorsValueDecidesTheVariant(FxRobot robot) {
        String kind =
                "{\"type\":\"object\",\"properties\":{\"kind\":{\"const\":\"%s\"},\"%s\":{}}}";
        String web = String.format(kind, "web", "url");
        String file = String.format(kind, "file", "path");
        open(
                robot,
                "\"at\":{\"oneOf\":[{\"title\":\"Text\",\"type\":\"string\"},"
                        + "{\"title\":\"Place\",\"oneOf\":["
                        + web
                        + ","
                        + file
                        + "]}]}",
                "{\"at\": {\"kind\": \"file\"}}");
        window.fire("Unfold at");
        assertThat(choices(robot)).containsExactly("Place", "kind: file", "file");

        robot.interact(() -> editor.setText("{\"at\": {\"kind\": \"web\"}}"));
        assertThat(choices(robot)).containsExactly("Place", "kind: web", "web");
        robot.interact(() -> editor.setText("{\"at\": \"here\"}"));
        assertThat(choices(robot)).containsExactly("Text");
    }

    @Test
    void jsonInPlaceIsNotTakenAwayWhileItIsTyped(FxRobot robot) {
        open(
                robot,
                "\"n\":{\"type\":\"number\"},\"m\":{\"type\":\"number\"}",
                "{\"n\": [], \"m\": 1}");
        robot.clickOn(window.named("n"));
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("12.50");
        assertThat(focused()).isInstanceOf(TextArea.class);
        assertThat(editor.text()).isEqualTo("{\"n\": 12.50, \"m\": 1}");
        robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(focused()).isSameAs(window.named("m"));
        assertThat(window.named("n")).isInstanceOf(TextField.class);
    }

    @Test
    void absentEmptyAndNullLookDifferent(FxRobot robot) {
        String both = "{\"type\":[\"%s\",\"null\"],\"default\":%s}";
        open(
                robot,
                "\"a\":%s,\"b\":%s,\"c\":%s,\"list\":{\"type\":\"array\"}"
                        .formatted(
                                both.formatted("string", "\"d\""),
                                both.formatted("string", "\"d\""),
                                both.formatted("string", "\"d\"")),
                "{\"b\": \"\", \"c\": null}");
        assertThat(prompt("a")).isEqualTo("not set · default \"d\"");
        assertThat(prompt("b")).isEqualTo("empty text");
        assertThat(prompt("c")).isEqualTo("null");
        assertThat(robot.lookup("not set").tryQuery()).isPresent();
        robot.interact(() -> editor.setText("{\"list\": []}"));
        assertThat(robot.lookup("empty").tryQuery()).isPresent();
    }

    @Test
    void aTextTooLongToEditIsShownByItsBeginningAndKept(FxRobot robot) {
        open(robot, "\"s\":{\"type\":\"string\"}", "{}");
        robot.interact(() -> ((TextField) window.named("s")).appendText("x".repeat(1_000_000)));

        assertThat(((TextArea) window.named("s")).getLength()).isLessThan(10_000);
        assertThat(window.has("Copy all")).isTrue();
        assertThat(editor.text()).hasSize(1_000_000 + "{\n  \"s\": \"\"\n}".length());
    }

    private long problems() {
        return editor.validityProperty().get() instanceof Validity.Checked(var problems)
                ? problems.size()
                : 0;
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private String text(String name) {
        return ((TextInputControl) window.named(name)).getText();
    }

    private String prompt(String name) {
        return ((TextInputControl) window.named(name)).getPromptText();
    }

    private static java.util.List<String> choices(FxRobot robot) {
        return robot.lookup(".combo-box").queryAllAs(ComboBox.class).stream()
                .map(box -> String.valueOf(box.getValue()))
                .toList();
    }
}
