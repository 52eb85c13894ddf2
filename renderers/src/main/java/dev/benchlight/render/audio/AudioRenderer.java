package dev.benchlight.render.audio;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.Invisible;
import dev.benchlight.render.PlainText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Sniffed;
import dev.benchlight.render.parts.Buttons;
import dev.benchlight.render.parts.Notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// WAV, AIFF and AU are played; other audio is named and can be saved.
public final class AudioRenderer implements Renderer {
    @Override
    public String title() {
        return "Audio";
    }

    @Override
    public boolean accepts(RenderInput input) {
        return input instanceof RenderInput.Bytes bytes
                && (Sniffed.of(bytes.bytes()).isAudio()
                        || PlainText.mediaType(input).startsWith("audio/"));
    }

    @Override
    public Rendering render(RenderInput input, RenderHost host) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!(input instanceof RenderInput.Bytes bytes)) {
            return () -> new Notice("This is not audio.");
        }
        byte[] data = bytes.bytes();
        Sniffed kind = Sniffed.of(data);
        String name = input.name().isEmpty() ? "audio." + kind.extension() : input.name();
        Runnable save = () -> host.save(name, data);
        String size = data.length == 0 ? "empty" : ByteSize.of(data.length);
        String what = what(bytes, kind);
        if (kind != Sniffed.WAV && kind != Sniffed.AIFF && kind != Sniffed.AU) {
            return () ->
                    new Notice(
                            "%s · %s. It is not played here.".formatted(what, size),
                            Buttons.text("Save…", save));
        }
        try {
            AudioFileFormat file = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(data));
            String facts = what + " · " + describe(file.getFormat()) + " · " + size;
            return () -> new AudioPane(new Player(data), facts, save);
        } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
            return () ->
                    new Notice(
                            "This %s (%s) is broken, or coded in a way that is not played here."
                                    .formatted(kind.label(), size),
                            Buttons.text("Save…", save));
        }
    }

    private static String what(RenderInput.Bytes bytes, Sniffed kind) {
        String declared = PlainText.mediaType(bytes);
        if (kind.isAudio()) {
            return kind.label();
        }
        return "Declared as %s, but looks like %s"
                .formatted(Invisible.brief(declared, 100), kind.label());
    }

    private static String describe(AudioFormat format) {
        int channels = format.getChannels();
        return "%,d Hz · %s"
                .formatted(
                        Math.round(format.getSampleRate()),
                        channels == 1 ? "mono" : channels == 2 ? "stereo" : channels + " channels");
    }
}
