package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.image.ImageRenderer;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Buttons;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// The pictures of a document: decoded if the bytes are in it, else a placeholder that names the
/// host and loads only when the user says so. Only on the JavaFX thread.
final class Pictures {
    private final RenderHost host;

    /// What the user loaded, as cells are built anew when they come into sight.
    private final Map<String, byte[]> loaded = new HashMap<>();

    Pictures(RenderHost host) {
        this.host = host;
    }

    HBox box(Inline.Picture picture) {
        String target = picture.target();
        String alt =
                picture.alt().isEmpty()
                        ? "Image"
                        : Links.shortened(Invisible.escape(picture.alt()));
        Label label = new Label(alt, new FontIcon(Feather.IMAGE));
        HBox box = new HBox(label);
        box.getStyleClass().add("md-picture");
        box.setAlignment(Pos.CENTER_LEFT);
        byte[] bytes = loaded.get(target);
        if (bytes != null) {
            show(box, label, () -> bytes);
        } else if (target.regionMatches(true, 0, "data:", 0, 5)) {
            embedded(box, label, target);
        } else if (Links.isWeb(target)) {
            remote(box, label, target);
        } else {
            label.setText(alt + " (" + Invisible.escape(Links.shortened(target)) + ")");
        }
        return box;
    }

    private void embedded(HBox box, Label label, String target) {
        int comma = target.indexOf(',');
        if (comma < 0 || !target.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            label.setText(label.getText() + " (data that is not Base64)");
            return;
        }
        show(
                box,
                label,
                () ->
                        Base64.getMimeDecoder()
                                .decode(
                                        target.substring(comma + 1)
                                                .getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void remote(HBox box, Label label, String target) {
        label.setText(label.getText() + " · " + Invisible.escape(Links.host(target)));
        label.setTooltip(new Tooltip(Invisible.escape(Links.shortened(target))));
        Runnable load =
                () ->
                        host.loadImage(
                                target,
                                bytes -> {
                                    loaded.put(target, bytes);
                                    show(box, label, () -> bytes);
                                });
        box.getChildren().add(Buttons.text("Load once", load));
    }

    /// The document may have been scrolled on meanwhile.
    private static void place(HBox box, Rendering rendering) {
        if (box.getScene() == null) {
            rendering.drop();
        } else {
            box.getChildren().setAll(rendering.node());
        }
    }

    private void show(HBox box, Label label, Callable<byte[]> bytes) {
        new Aside("markdown image")
                .run(
                        () ->
                                new ImageRenderer()
                                        .render(
                                                new RenderInput.Bytes("image", "", bytes.call()),
                                                host),
                        rendering -> place(box, rendering),
                        _ -> label.setText(label.getText() + " (broken image)"));
    }
}
