package dev.benchlight.app.bench;

import dev.benchlight.app.ui.WindowFlood;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A server that sends 10,000 notifications a second for ten seconds: the window stays live, its
/// memory is bounded, and nothing is lost.
final class FloodBenchmark implements Benchmarks.Benchmark {
    private static final double MOST_MB = 500;

    @Override
    public List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target/bench").toAbsolutePath(), "flood");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        WindowFlood.class.getName(),
                        folder.resolve("workspace").toString(),
                        folder.resolve("data").toString());
        JsonNode seen = JsonMapper.shared().readTree(ProcessRun.of(command).output());
        double lost = FloodServer.MESSAGES - seen.path("recorded").asDouble();
        return List.of(
                Measurement.bounded(
                        "flood of 10,000/s: longest gap", seen.path("gapMs").asDouble(), "ms", 200),
                Measurement.plain("flood: of it processor", seen.path("gapCpuMs").asDouble(), "ms"),
                Measurement.bounded(
                        "flood: most memory of the window",
                        seen.path("peakMb").asDouble(),
                        "MB",
                        MOST_MB),
                Measurement.bounded("flood: messages not recorded", lost, "", 1),
                Measurement.plain("flood: took", seen.path("seconds").asDouble(), "s"));
    }
}
