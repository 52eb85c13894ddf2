package dev.benchlight.render.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.render.RecordingHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.Screen;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class AudioViewTest {
    private final RecordingHost host = new RecordingHost();
    private Screen screen;

    @Start
    void start(Stage stage) {
        screen = new Screen(stage, 560, 300);
    }

    @Test
    void whatCannotBePlayedSaysSoAndCanBeSaved(FxRobot robot) throws Exception {
        byte[] wav = wav();
        screen.show(
                robot,
                rendering("", wav),
                rendering("cut.wav", Arrays.copyOf(wav, 14)),
                rendering("", new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0}),
                rendering("none.mp3", new byte[0]));
        assertThat(screen.texts())
                .anyMatch(text -> text.startsWith("WAV audio · 8,000 Hz · mono · "))
                .anyMatch(text -> text.startsWith("This WAV audio (14 B) is broken"))
                .anyMatch(text -> text.endsWith("It is not played here."));
        screen.press(robot, "Save…");
        assertThat(host.asked()).containsExactly("save audio.wav " + wav.length);
        screen.picture(robot, "audio");

        screen.press(robot, "Play");
        Screen.await(() ->
                screen.texts().contains("Pause")
                        || screen.texts().stream().anyMatch(t -> t.contains("device")));
        screen.picture(robot, "audio-played");
    }

    @Test
    void timesAreMinutesAndSeconds() {
        assertThat(AudioPane.clock(61_900_000)).isEqualTo("1:01");
    }

    private Rendering rendering(String name, byte[] bytes) throws Exception {
        return new AudioRenderer().render(new RenderInput.Bytes(name, "audio/wav", bytes), host);
    }

    private static byte[] wav() throws Exception {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] samples = new byte[16_000];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, 8_000),
                AudioFileFormat.Type.WAVE,
                out);
        return out.toByteArray();
    }
}
