package dev.benchlight.app.bench;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs every benchmark, prints a table and writes `target/bench/NAME.json`.
public final class Benchmarks {

    /// A group of measurements.
    interface Benchmark {
        List<Measurement> run() throws Exception;
    }

    private Benchmarks() {}

    /// @param arguments the folder to write to, then the names of the benchmarks to run, or none
    ///   for all
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        PrintStream out = System.out;
        out.println(machine());
        for (Map.Entry<String, Benchmark> benchmark : all().entrySet()) {
            if (!wanted.isEmpty() && !wanted.contains(benchmark.getKey())) {
                continue;
            }
            out.println("== " + benchmark.getKey());
            List<Measurement> measured = new ArrayList<>();
            try {
                measured.addAll(benchmark.getValue().run());
            } catch (Exception e) {
                out.println("   failed: " + e);
                throw e;
            }
            measured.forEach(measurement -> out.println(measurement.row()));
            write(folder.resolve(benchmark.getKey() + ".json"), measured);
        }
        System.exit(0);
    }

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new TreeMap<>();
        all.put("command-line", new CommandLineBenchmark());
        all.put("engine", new EngineBenchmark());
        all.put("text", new TextBenchmark());
        all.put("window", new WindowBenchmark());
        return all;
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%s %s, %d cores, JDK %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        Runtime.version());
    }

    private static void write(Path file, List<Measurement> measured) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode document = mapper.createObjectNode().put("machine", machine());
        document.set("measurements", mapper.valueToTree(measured));
        mapper.writerWithDefaultPrettyPrinter().writeValue(file, document);
    }
}
