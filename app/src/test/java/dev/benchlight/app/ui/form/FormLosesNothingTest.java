package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.List;

/// Whatever the schema and whatever the value: to show it changes no character of it.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class FormLosesNothingTest {
    private static final int CASES = 40;

    private Stage stage;

    @Start
    void start(Stage shown) {
        FormWindow.theme(false);
        stage = shown;
    }

    @Test
    void showingAnyValueInAnyFormChangesNoCharacter(FxRobot robot) {
        List<String> changed = new ArrayList<>();
        int[] typed = {0};
        for (int seed = 0; seed < CASES; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            String schema = random.object(3);
            String text = random.objectValue(3);
            String label = "seed " + seed + "\n" + schema + "\n";
            robot.interact(() -> {
                ArgumentsEditor editor = FormWindow.editor(schema);
                stage.setScene(new Scene(editor.node(), 460, 560));
                editor.setText(text);
                look(editor);
                if (!editor.text().equals(text)) {
                    changed.add(label + text + "\nbecame\n" + editor.text());
                }
                String before = String.valueOf(editor.value());
                typed[0] += typeAndTakeBack(editor);
                if (!String.valueOf(editor.value()).equals(before)) {
                    changed.add(label + before + "\nbecame\n" + editor.value());
                }
            });
        }
        assertThat(changed).isEmpty();
        assertThat(typed[0]).isGreaterThan(CASES);
    }

    private static void look(ArgumentsEditor editor) {
        editor.node().applyCss();
        editor.node().layout();
        FormWindow.unfoldAll(editor);
        for (String view : new String[] {"JSON", "Form"}) {
            editor.node().lookupAll(".toggle-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals(view))
                    .forEach(ToggleButton::fire);
        }
    }

    /// A letter typed at the end of a text and taken back leaves the value it was.
    private static int typeAndTakeBack(ArgumentsEditor editor) {
        int inputs = 0;
        for (Class<? extends TextInputControl> type : List.of(TextField.class, TextArea.class)) {
            for (var node : editor.node().lookupAll(".text-input")) {
                if (type.isInstance(node)
                        && node instanceof TextInputControl input
                        && !input.getText().isEmpty()) {
                    inputs++;
                    input.appendText("x");
                    input.deleteText(input.getLength() - 1, input.getLength());
                }
            }
        }
        return inputs;
    }
}
