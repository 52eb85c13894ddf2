package dev.benchlight.render.markdown;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

/// What the mouse selected within one paragraph, cell or code block of a document; a new selection
/// ends the one before. Only on the JavaFX thread.
final class TextSelection {
    private final Path highlight = new Path();
    private @Nullable TextFlow flow;
    private int anchor;
    private int caret;

    TextSelection() {
        highlight.setManaged(false);
        highlight.setMouseTransparent(true);
        highlight.getStyleClass().add("md-selection");
    }

    /// Lets text of the flow be selected: by dragging, words by double and all by triple click.
    void listen(TextFlow selectable) {
        selectable.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(selectable, event));
        selectable.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(selectable, event));
    }

    /// The selected text, or an empty string. Invisible characters in it are escapes.
    String text() {
        return flow == null
                ? ""
                : characters(flow, Math.min(anchor, caret), Math.max(anchor, caret));
    }

    void clear() {
        if (flow != null) {
            flow.getChildren().remove(highlight);
        }
        flow = null;
    }

    private void pressed(TextFlow target, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int at = offset(target, event);
        if (target.equals(flow) && event.isShiftDown()) {
            caret = at;
        } else {
            clear();
            flow = target;
            anchor = at;
            caret = at;
            target.getChildren().addFirst(highlight);
        }
        if (event.getClickCount() > 1) {
            widen(target, event.getClickCount() == 2);
        }
        draw(target);
    }

    private void dragged(TextFlow target, MouseEvent event) {
        if (target.equals(flow) && event.isPrimaryButtonDown()) {
            caret = offset(target, event);
            draw(target);
            event.consume();
        }
    }

    private static int offset(TextFlow target, MouseEvent event) {
        return target.getHitInfo(new Point2D(event.getX(), event.getY())).getInsertionIndex();
    }

    private void widen(TextFlow target, boolean toWord) {
        String all = shown(target);
        anchor = Math.min(anchor, all.length());
        while (anchor > 0 && (!toWord || isWord(all.charAt(anchor - 1)))) {
            anchor--;
        }
        while (caret < all.length() && (!toWord || isWord(all.charAt(caret)))) {
            caret++;
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void draw(TextFlow target) {
        int from = Math.min(anchor, caret);
        int to = Math.max(anchor, caret);
        highlight.getElements().setAll(target.getRangeShape(from, to, false));
    }

    /// One character for each offset of the flow: a node that is no text counts as one.
    private static String shown(TextFlow flow) {
        StringBuilder all = new StringBuilder();
        for (Node node : flow.getChildren()) {
            if (node.isManaged()) {
                all.append(node instanceof Text text ? text.getText() : "\ufffc");
            }
        }
        return all.toString();
    }

    private static String characters(TextFlow flow, int from, int to) {
        StringBuilder selected = new StringBuilder();
        int at = 0;
        for (Node node : flow.getChildren()) {
            if (!node.isManaged()) {
                continue;
            }
            int length = node instanceof Text text ? text.getText().length() : 1;
            int start = Math.max(from, at) - at;
            int end = Math.min(to, at + length) - at;
            if (start < end) {
                selected.append(
                        node instanceof Text text
                                ? text.getText().substring(start, end)
                                : copied(node));
            }
            at += length;
        }
        return selected.toString();
    }

    private static String copied(Node node) {
        if (node.getUserData() instanceof String escaped) {
            return escaped;
        }
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }
}
