package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.image.ImageRenderer;
import dev.benchlight.render.parts.Buttons;

import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// A picture: decoded if its bytes are in the document, else a placeholder that names the host and
/// loads only when the user says so. Only on the JavaFX thread.
final class PictureBox extends HBox {
    private final RenderHost host;
    private final Label label = new Label();
    private final String alt;

    PictureBox(Inline.Picture picture, RenderHost host) {
        this.host = host;
        alt = picture.alt().isEmpty() ? "Image" : Links.shortened(Invisible.escape(picture.alt()));
        String target = picture.target();
        getStyleClass().add("md-picture");
        setAlignment(Pos.CENTER_LEFT);
        label.setGraphic(new FontIcon(Feather.IMAGE));
        label.setText(alt);
        getChildren().add(label);
        if (target.toLowerCase(Locale.ROOT).startsWith("data:")) {
            decode(target);
        } else if (Links.isRemoteImage(target)) {
            label.setText(alt + " · " + Links.host(target));
            label.setTooltip(new Tooltip(Invisible.escape(Links.shortened(target))));
            getChildren()
                    .add(
                            Buttons.text(
                                    "Load once", () -> host.loadImage(target, this::decodeBytes)));
        } else {
            label.setText(alt + " (" + Invisible.escape(Links.shortened(target)) + ")");
        }
    }

    private void decode(String target) {
        int comma = target.indexOf(',');
        if (comma < 0 || !target.substring(0, comma).endsWith(";base64")) {
            label.setText(alt + " (data that is not Base64)");
            return;
        }
        decodeBytes(
                Base64.getMimeDecoder(),
                target.substring(comma + 1).getBytes(StandardCharsets.ISO_8859_1));
    }

    private void decodeBytes(byte[] bytes) {
        show(() -> bytes);
    }

    private void decodeBytes(Base64.Decoder decoder, byte[] encoded) {
        show(() -> decoder.decode(encoded));
    }

    private void show(java.util.function.Supplier<byte[]> source) {
        Task<Rendering> task =
                new Task<>() {
                    @Override
                    protected Rendering call() throws InterruptedException {
                        var input = new RenderInput.Bytes(alt, "", source.get());
                        return new ImageRenderer().render(input, host);
                    }
                };
        task.setOnSucceeded(_ -> getChildren().setAll(task.getValue().node()));
        task.setOnFailed(_ -> label.setText(alt + " (broken image)"));
        Thread.ofVirtual().name("markdown image").start(task);
    }
}
