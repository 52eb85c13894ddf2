package dev.benchlight.app.bench;

import dev.benchlight.app.ui.WindowMemory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The window as a program: how long until its first frame, from the start of the process on, and
/// the memory it takes. Drawn in memory, so that it needs no screen.
final class WindowBenchmark implements Benchmarks.Benchmark {
    private static final int ROUNDS = 7;
    private static final double INSPECTOR_IDLE_MB = 557;
    private static final double INSPECTOR_CONNECTED_MB = 614;
    private static final List<String> IN_MEMORY =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");

    private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Override
    public List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target/bench").toAbsolutePath(), "window");
        Files.createDirectory(folder.resolve("workspace"));
        List<String> script =
                List.of(
                        "env",
                        "JAVA_TOOL_OPTIONS=" + String.join(" ", IN_MEMORY),
                        Path.of("../benchlight").toAbsolutePath().normalize().toString());
        List<String> plain = new ArrayList<>(List.of(java));
        plain.addAll(IN_MEMORY);
        plain.add("@" + Path.of("target/benchlight.args").toAbsolutePath());
        ProcessRun.of(opening(script, folder));
        List<ProcessRun> cached = new ArrayList<>();
        List<ProcessRun> bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            cached.add(ProcessRun.of(opening(script, folder)));
            bare.add(ProcessRun.of(opening(plain, folder)));
        }
        List<Measurement> measured = new ArrayList<>();
        measured.add(
                new Measurement(
                        "window, start of the process to first frame",
                        firstFrame(cached),
                        "ms",
                        firstFrame(bare),
                        "without AOT cache",
                        1));
        measured.addAll(memory(folder));
        return measured;
    }

    private static double firstFrame(List<ProcessRun> runs) {
        return CommandLineBenchmark.median(runs, run -> run.firstOutput().toNanos() / 1e6);
    }

    private static List<String> opening(List<String> program, Path folder) {
        List<String> command = new ArrayList<>(program);
        command.addAll(
                List.of(
                        "open",
                        "--exit-when-shown",
                        "--data",
                        folder.resolve("data").toString(),
                        "--workspace",
                        folder.resolve("workspace").toString()));
        return command;
    }

    private List<Measurement> memory(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(IN_MEMORY);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        WindowMemory.class.getName(),
                        folder.resolve("workspace").toString(),
                        folder.resolve("data").toString()));
        List<String> lines = ProcessRun.of(command).output().lines().toList();
        double idle = Double.parseDouble(lines.get(0));
        double connected = Double.parseDouble(lines.get(1)) + Double.parseDouble(lines.get(2));
        return List.of(
                new Measurement(
                        "window, memory when idle",
                        idle,
                        "MB",
                        INSPECTOR_IDLE_MB,
                        "Inspector in a browser",
                        1),
                new Measurement(
                        "window and three servers, memory",
                        connected,
                        "MB",
                        INSPECTOR_CONNECTED_MB,
                        "Inspector, one server",
                        1),
                Measurement.plain("of it the window", Double.parseDouble(lines.get(1)), "MB"));
    }
}
