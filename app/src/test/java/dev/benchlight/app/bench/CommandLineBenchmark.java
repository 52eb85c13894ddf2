package dev.benchlight.app.bench;

import dev.benchlight.mcp.peers.NpmServers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// `call echo` as a whole process, from the `benchlight` script on, against the official
/// Inspector's CLI, alternating.
final class CommandLineBenchmark implements Benchmarks.Benchmark {
    private static final int ROUNDS = 9;

    private final Path data = Path.of("target/bench/data").toAbsolutePath();
    private final Path script = Path.of("../benchlight").toAbsolutePath().normalize();

    @Override
    public List<Measurement> run() throws IOException, InterruptedException {
        Files.createDirectories(data);
        // The first run makes the caches.
        ProcessRun.of(ours("--version"));
        List<Measurement> measured = new ArrayList<>(overHttp());
        measured.addAll(overStdio());
        return measured;
    }

    private List<Measurement> overHttp() throws IOException, InterruptedException {
        try (EverythingHttp server = new EverythingHttp()) {
            String[] call = {"call", server.url(), "echo", "--arg", "message=hi"};
            List<String> peer = peer(server.url(), "--transport", "http");
            Rounds http = Rounds.alternate(ours(call), peer);
            Rounds plain = Rounds.alternate(withoutCache(call), peer);
            return List.of(
                    http.wall("call echo over HTTP, whole process", 1),
                    http.memory("call echo over HTTP, peak memory", 1),
                    plain.wall("call echo over HTTP, without AOT cache", 2));
        }
    }

    private List<Measurement> overStdio() throws IOException, InterruptedException {
        String[] server = NpmServers.everything("stdio").toArray(String[]::new);
        List<String> call =
                Stream.concat(
                                Stream.of("call", "echo", "--arg", "message=hi", "--stdio", "--"),
                                Stream.of(server))
                        .toList();
        Rounds rounds = Rounds.alternate(ours(call.toArray(String[]::new)), peer(server));
        double untilEnd =
                median(rounds.ours, run -> run.wall().minus(run.firstOutput()).toNanos() / 1e6);
        return List.of(
                rounds.wall("call echo over stdio, whole process", 1),
                Measurement.bounded(
                        "call echo over stdio, from result to end", untilEnd, "ms", 300));
    }

    private static List<String> peer(String... server) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(BenchPeers.inspector(server));
        command.addAll(List.of("--method", "tools/call", "--tool-name", "echo"));
        command.addAll(List.of("--tool-arg", "message=hi"));
        return command;
    }

    private List<String> ours(String... arguments) {
        return with(List.of(script.toString()), arguments);
    }

    private List<String> withoutCache(String... arguments) {
        return with(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "@" + Path.of("target/benchlight.args").toAbsolutePath()),
                arguments);
    }

    private List<String> with(List<String> program, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments[0], "--data", data.toString()));
        command.addAll(List.of(arguments).subList(1, arguments.length));
        return command;
    }

    static double median(List<ProcessRun> runs, ToDoubleFunction<ProcessRun> figure) {
        return runs.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /// The runs of two programs, taken in turns.
    private record Rounds(List<ProcessRun> ours, List<ProcessRun> peer) {
        static Rounds alternate(List<String> ours, List<String> peer)
                throws IOException, InterruptedException {
            Rounds rounds = new Rounds(new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < ROUNDS; round++) {
                rounds.ours.add(ProcessRun.of(ours));
                rounds.peer.add(ProcessRun.of(peer));
            }
            return rounds;
        }

        Measurement wall(String name, double most) {
            return compare(name, run -> run.wall().toNanos() / 1e6, "ms", most);
        }

        Measurement memory(String name, double most) {
            return compare(name, ProcessRun::peakMegabytes, "MB", most);
        }

        private Measurement compare(
                String name, ToDoubleFunction<ProcessRun> figure, String unit, double most) {
            return new Measurement(
                    name, median(ours, figure), unit, median(peer, figure), "Inspector CLI", most);
        }
    }
}
