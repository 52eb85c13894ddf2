package dev.benchlight.render.image;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.Invisible;
import dev.benchlight.render.PixelBudget;
import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Sniffed;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import javafx.scene.Node;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/// PNG, JPEG, GIF (first frame), BMP and WebP, known by their bytes. What is too large or broken is
/// named, and can still be saved.
public final class ImageRenderer implements Renderer {
    @Override
    public String title() {
        return "Image";
    }

    /// Also what is only declared as an image, so that the user reads what it is instead.
    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.Bytes bytes
                && (Sniffed.of(bytes.bytes()).isImage()
                        || (PlainText.mediaType(input).startsWith("image/")
                                && !PlainText.mediaType(input).contains("svg")
                                && !Sniffed.isSvg(PlainText.start(input))));
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!(input instanceof RenderInput.Bytes bytes)) {
            return () -> new Notice("This is not an image.");
        }
        Sniffed kind = Sniffed.of(bytes.bytes());
        Runnable save = () -> host.save(fileName(input, kind), bytes.bytes());
        if (!kind.isImage()) {
            String sentence =
                    "Declared as %s, but this is %s."
                            .formatted(
                                    Invisible.brief(PlainText.mediaType(input), 100),
                                    bytes.bytes().length == 0
                                            ? "empty"
                                            : kind.label()
                                                    + " ("
                                                    + ByteSize.of(bytes.bytes().length)
                                                    + ")");
            return () -> new Notice(sentence, Buttons.text("Save…", save));
        }
        PixelBudget budget = host.pixels();
        try {
            return shown(bytes, budget, save);
        } catch (ImageDecoder.NoRoomException e) {
            String sentence = String.valueOf(e.getMessage());
            Callable<Rendering> anyway = () -> shown(bytes, new PixelBudget(), save);
            return () -> new LeftOutImage(sentence, anyway, save);
        }
    }

    private static Rendering shown(RenderInput.Bytes bytes, PixelBudget budget, Runnable save)
            throws ImageDecoder.NoRoomException, InterruptedException {
        try {
            DecodedImage image = ImageDecoder.decode(bytes.bytes(), budget);
            String facts = facts(image, bytes);
            String note = (mismatch(bytes, image.kind()) + " " + image.odd()).strip();
            return new Rendering() {
                @Override
                public Node node() {
                    ImagePane pane = new ImagePane(image, facts, note, save);
                    releaseWhenGone(pane, budget, image.pixels());
                    return pane;
                }

                @Override
                public void drop() {
                    budget.give(image.pixels());
                }
            };
        } catch (ImageDecoder.RefusedException e) {
            String sentence = String.valueOf(e.getMessage());
            return () -> new Notice(sentence, Buttons.text("Save…", save));
        }
    }

    /// What is out of the window has no claim; should it come back, it is there all the same.
    private static void releaseWhenGone(Node pane, PixelBudget budget, long pixels) {
        AtomicBoolean claimed = new AtomicBoolean(true);
        pane.sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null && claimed.getAndSet(false)) {
                        budget.give(pixels);
                    } else if (scene != null && !claimed.getAndSet(true)) {
                        budget.force(pixels);
                    }
                });
    }

    private static String facts(DecodedImage image, RenderInput.Bytes bytes) {
        return "%s · %d × %d · %s"
                .formatted(
                        image.kind().label(),
                        image.width(),
                        image.height(),
                        ByteSize.of(bytes.bytes().length));
    }

    private static String mismatch(RenderInput.Bytes bytes, Sniffed kind) {
        String declared = PlainText.mediaType(bytes);
        return declared.isEmpty() || same(declared, kind)
                ? ""
                : "Declared as %s, but its bytes are those of a %s."
                        .formatted(Invisible.brief(declared, 100), kind.label());
    }

    private static boolean same(String declared, Sniffed kind) {
        return declared.replace("image/jpg", "image/jpeg")
                .replace("image/x-", "image/")
                .replace("image/ms-bmp", "image/bmp")
                .equals(kind.mediaType());
    }

    private static String fileName(RenderInput input, Sniffed kind) {
        return input.name().isEmpty() ? "image." + kind.extension() : input.name();
    }
}
