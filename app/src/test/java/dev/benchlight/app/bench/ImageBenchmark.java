package dev.benchlight.app.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

/// Images as results, through the window's result view: a noisy PNG of 5 MB, and the largest that
/// is shown at all.
final class ImageBenchmark implements Benchmarks.Benchmark {
    private final FxHeartbeat heart = new FxHeartbeat();
    private final List<Measurement> measured = new ArrayList<>();

    @Override
    public List<Measurement> run() throws Exception {
        try (ResultStage stage = new ResultStage(heart, _ -> Optional.empty())) {
            stage.answer(image(noise(64, 64, 64)), "image-scroll");
        }
        measure("5 MB PNG", image(noise(1_320, 1_320, 1_320)), 1000);
        measure("40 megapixel PNG", image(noise(8_000, 5_000, 2)), 3000);
        heart.stop();
        return measured;
    }

    private void measure(String name, JsonNode result, int mostMillis) throws Exception {
        try (ResultStage stage = new ResultStage(heart, _ -> Optional.empty())) {
            Memory before = Memory.now();
            heart.reset();
            long start = System.nanoTime();
            long cpu = processorMillis();
            stage.answer(result, "image-scroll");
            double millis = (System.nanoTime() - start) / 1e6;
            double processor = (double) (processorMillis() - cpu);
            FxHeartbeat.Gaps gaps = heart.gaps();
            Memory after = Memory.now();
            measured.add(Measurement.bounded(name + ": until drawn", millis, "ms", mostMillis));
            measured.add(Measurement.plain(name + ": processor of all threads", processor, "ms"));
            measured.add(Measurement.bounded(name + ": longest gap", gaps.clockMs(), "ms", 200));
            measured.add(Measurement.plain(name + ": of it processor", gaps.cpuMs(), "ms"));
            measured.add(
                    Measurement.bounded(
                            name + ": more heap", after.heapMb() - before.heapMb(), "MB", 200));
            measured.add(
                    Measurement.plain(
                            name + ": more resident",
                            after.residentMb() - before.residentMb(),
                            "MB"));
        }
    }

    private static long processorMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    /// Random colours in the first `noisy` columns, which no compression makes smaller.
    private static byte[] noise(int width, int height, int noisy) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < noisy; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static JsonNode image(byte[] png) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("content")
                .addObject()
                .put("type", "image")
                .put("mimeType", "image/png")
                .put("data", Base64.getEncoder().encodeToString(png));
        return result;
    }
}
