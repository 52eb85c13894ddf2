package dev.benchlight.render.text;

import dev.benchlight.render.syntax.TokenKind;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.Map;

/// The colours and the font of a canvas, from the style sheet: unseen text nodes carry the style
/// classes, so the canvas follows the theme as any node does.
final class Palette extends Group {
    private final Map<String, Text> probes = new HashMap<>();
    private final Text font;

    Palette(Runnable changed) {
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
        for (TokenKind kind : TokenKind.values()) {
            add(kind.styleClass(), changed);
        }
        for (String name :
                new String[] {
                    "code-line-number",
                    "code-selection",
                    "code-hit",
                    "code-current-hit",
                    "code-badge",
                    "code-caret"
                }) {
            add(name, changed);
        }
        font = add("code-font", changed);
        font.setText("0".repeat(64));
        font.setTextOrigin(VPos.TOP);
        font.fontProperty().addListener(_ -> changed.run());
    }

    private Text add(String styleClass, Runnable changed) {
        Text probe = new Text();
        probe.getStyleClass().add(styleClass);
        probe.fillProperty().addListener(_ -> changed.run());
        probes.put(styleClass, probe);
        getChildren().add(probe);
        return probe;
    }

    Paint color(TokenKind kind) {
        return color(kind.styleClass());
    }

    Paint color(String styleClass) {
        Text probe = probes.get(styleClass);
        return (probe == null ? font : probe).getFill();
    }

    Font font() {
        return font.getFont();
    }

    double cellWidth() {
        return font.getLayoutBounds().getWidth() / 64;
    }

    double lineHeight() {
        return Math.ceil(font.getLayoutBounds().getHeight()) + 2;
    }
}
