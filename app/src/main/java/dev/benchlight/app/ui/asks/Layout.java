package dev.benchlight.app.ui.asks;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.stream.Collectors;

/// Small controls of the panel. JavaFX thread only.
final class Layout {
    private static final int LONGEST = 20_000;
    private static final int FEW_LINES = 8;
    private static final int FEW_LETTERS = 600;

    private Layout() {}

    static Label paragraph(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// What a server says, bounded and with nothing hidden; never a link. A long one does not push
    /// away what it is about.
    static Node said(String text) {
        String whole = VisibleText.brief(text, 4_000);
        String start = start(whole);
        if (start.length() == whole.length()) {
            return paragraph(whole, "ask-message");
        }
        Label label = paragraph(start + " …", "ask-message");
        Hyperlink more = new Hyperlink("Show all of it");
        VBox box = new VBox(2, label, more);
        more.setOnAction(_ -> {
            label.setText(whole);
            box.getChildren().remove(more);
        });
        return box;
    }

    private static String start(String text) {
        String lines = text.lines().limit(FEW_LINES).collect(Collectors.joining("\n"));
        return lines.length() <= FEW_LETTERS ? lines : lines.substring(0, FEW_LETTERS);
    }

    static Label warning(String text) {
        Label label = paragraph(text, "ask-warning");
        label.setGraphic(Icons.icon(Feather.ALERT_TRIANGLE));
        return label;
    }

    static Button button(String name, Runnable action, String... styles) {
        Button button = new Button(name);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// What is ticked before an answer, above the buttons that give it.
    static VBox foot(Node before, Node... buttons) {
        return new VBox(8, before, buttons(buttons));
    }

    static FlowPane buttons(Node... buttons) {
        return new FlowPane(8, 6, buttons);
    }

    /// The button that answers, also by a key from wherever the keyboard is in the question.
    static Button sending(String name, Runnable action) {
        Button button = button(name, action, Styles.ACCENT);
        button.setTooltip(new Tooltip("Answer (Ctrl+Enter)"));
        return button;
    }

    /// Text to read and to select.
    static TextArea text(String name, int rows) {
        TextArea area = new TextArea();
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setMinHeight(110);
        area.getStyleClass().addAll("monospaced", "ask-text");
        area.setAccessibleText(name);
        return area;
    }

    /// With nothing hidden, and bounded.
    static String cut(String text) {
        return VisibleText.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n…");
    }

    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
