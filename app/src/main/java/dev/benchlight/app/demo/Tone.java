package dev.benchlight.app.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A sine tone as a WAV file: mono, 16 bits, 22,050 Hz.
final class Tone {
    private static final int RATE = 22_050;

    private Tone() {}

    static byte[] wav(int hertz, int milliseconds) {
        int samples = RATE * Math.clamp(milliseconds, 10, 10_000) / 1000;
        ByteBuffer file = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int sample = 0; sample < samples; sample++) {
            double fade = Math.min(1, Math.min(sample, samples - sample) / 400.0);
            double wave = Math.sin(2 * Math.PI * hertz * sample / RATE);
            file.putShort((short) (wave * fade * 12_000));
        }
        return file.array();
    }
}
