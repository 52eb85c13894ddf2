package dev.benchlight.app.ui.form;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.fxmisc.richtext.CodeArea;

/// Keys of the JSON editor: Enter goes on at the indent of the line, Tab indents, and Shift+Tab
/// leaves it, so that it is no trap for the keyboard.
final class JsonKeys {
    private static final String INDENT = "  ";

    private JsonKeys() {}

    static void in(CodeArea area) {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
                        return;
                    }
                    if (event.getCode() == KeyCode.TAB && event.isShiftDown()) {
                        area.requestFocusTraversal(TraversalDirection.PREVIOUS);
                    } else if (event.getCode() == KeyCode.TAB) {
                        area.replaceSelection(INDENT);
                    } else if (event.getCode() == KeyCode.ENTER) {
                        area.replaceSelection(
                                "\n" + indentAt(area.getText(), area.getCaretPosition()));
                        area.requestFollowCaret();
                    } else {
                        return;
                    }
                    event.consume();
                });
    }

    /// What a line begins with that is started at `caret`.
    static String indentAt(String text, int caret) {
        int start = text.lastIndexOf('\n', caret - 1) + 1;
        int end = start;
        while (end < caret && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        boolean opens = caret > 0 && "{[".indexOf(text.charAt(caret - 1)) >= 0;
        return text.substring(start, end) + (opens ? INDENT : "");
    }
}
