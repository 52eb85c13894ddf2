package dev.benchlight.app.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.render.Screen;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.stream.IntStream;

/// What is asked in the width of the sidebar.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class AskPaneTest {
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 280, 520);
    }

    @Test
    void manyAndLongScopesAreShownInBounds(FxRobot robot) throws Exception {
        List<String> scopes =
                IntStream.range(0, 40)
                        .mapToObj(i -> i == 1 ? "x".repeat(9_000) : "files:read\u202e:" + i)
                        .toList();
        robot.interact(() ->
                screen.scene()
                        .setRoot(
                                new AskPane(
                                        "weather",
                                        new SignIns(_ -> {}, SignInChoices.inMemory())
                                                .of("weather"),
                                        SignInState.NONE.asking(
                                                new Question.ToSignIn("https://a.test", scopes)))));
        screen.picture(robot, "sign-in-scopes");
        List<String> texts = OnFx.get(() -> Screen.texts(screen.scene().getRoot()));
        assertThat(texts).contains("It asks for the scopes", "Open browser");
        assertThat(texts)
                .anyMatch(text -> text.startsWith("files:read⟦U+202E⟧:0, xxx"))
                .anyMatch(text ->
                        text.endsWith(
                                "…, files:read⟦U+202E⟧:2, files:read⟦U+202E⟧:3"
                                        + ", files:read⟦U+202E⟧:4, files:read⟦U+202E⟧:5, files:read⟦U+202E⟧:6"
                                        + ", files:read⟦U+202E⟧:7, files:read⟦U+202E⟧:8, files:read⟦U+202E⟧:9"
                                        + ", files:read⟦U+202E⟧:10, files:read⟦U+202E⟧:11, and 28 more"))
                .allMatch(text -> text.length() < 500);
    }
}
