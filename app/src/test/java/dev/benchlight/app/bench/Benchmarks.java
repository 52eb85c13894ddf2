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
import java.util.function.Supplier;

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
        for (Map.Entry<String, Supplier<Benchmark>> benchmark : all().entrySet()) {
            if (!wanted.isEmpty() && !wanted.contains(benchmark.getKey())) {
                continue;
            }
            out.println("== " + benchmark.getKey());
            List<Measurement> measured = new ArrayList<>();
            try {
                measured.addAll(benchmark.getValue().get().run());
            } catch (Exception e) {
                out.println("   failed: " + e);
                throw e;
            }
            measured.forEach(measurement -> out.println(measurement.row()));
            write(folder.resolve(benchmark.getKey() + ".json"), measured);
        }
        System.exit(0);
    }

    /// Made when they run: some start the JavaFX toolkit.
    private static Map<String, Supplier<Benchmark>> all() {
        Map<String, Supplier<Benchmark>> all = new TreeMap<>();
        all.put("command-line", CommandLineBenchmark::new);
        all.put("engine", EngineBenchmark::new);
        all.put("flood", FloodBenchmark::new);
        all.put("image", ImageBenchmark::new);
        all.put("text", TextBenchmark::new);
        all.put("tools-list", ToolsListBenchmark::new);
        all.put("window", WindowBenchmark::new);
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
