package dev.benchlight.render.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Opens a sound device for some audio. Blocks, so never on the JavaFX thread.
final class Player {
    private final byte[] data;

    Player(byte[] data) {
        this.data = data;
    }

    /// A clip that is ready to start and is to be closed; positions are in microseconds.
    ///
    /// @throws LineUnavailableException with a sentence for the user
    Clip open() throws LineUnavailableException {
        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(data))) {
            DataLine.Info info = new DataLine.Info(Clip.class, in.getFormat());
            if (!AudioSystem.isLineSupported(info)) {
                throw new LineUnavailableException(
                        "There is no sound device here that can play this.");
            }
            Clip clip = (Clip) AudioSystem.getLine(info);
            clip.open(in);
            return clip;
        } catch (UnsupportedAudioFileException | IOException e) {
            throw unavailable("This audio is broken or cut off.", e);
        } catch (RuntimeException e) {
            throw unavailable("The sound device refused this audio.", e);
        }
    }

    private static LineUnavailableException unavailable(String sentence, Exception cause) {
        LineUnavailableException failure = new LineUnavailableException(sentence);
        failure.initCause(cause);
        return failure;
    }
}
