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
        List<Measurement> measured = new ArrayList<>();
        try (EverythingHttp server = new EverythingHttp()) {
            String[] call = {"call", server.url(), "echo", "--arg", "message=hi"};
            List<String> peer =
                    BenchPeers.inspector(
                            server.url(),
                            "--transport",
                            "http",
                            "--method",
                            "tools/call",
                            "--tool-name",
                            "echo",
                            "--tool-arg",
                            "message=hi");
            Rounds http = Rounds.alternate(ours(call), peer);
            measured.add(http.wall("call echo over HTTP, whole process", 1));
            measured.add(http.memory("call echo over HTTP, peak memory", 1));
            Rounds plain = Rounds.alternate(withoutCache(call), peer);
            measured.add(plain.wall("call echo over HTTP, without AOT cache", 2));
        }
        List<String> server = NpmServers.everything("stdio");
        List<String> stdio =
                ours(
                        Stream.concat(
                                        Stream.of(
                                                "call",
                                                "echo",
                                                "--arg",
                                                "message=hi",
                                                "--stdio",
                                                "--"),
                                        server.stream())
                                .toArray(String[]::new));
        List<String> peer =
                Stream.of(
                                BenchPeers.inspector(),
                                server,
                                List.of(
                                        "--method",
                                        "tools/call",
                                        "--tool-name",
                                        "echo",
                                        "--tool-arg",
                                        "message=hi"))
                        .flatMap(List::stream)
                        .toList();
        Rounds rounds = Rounds.alternate(stdio, peer);
        measured.add(rounds.wall("call echo over stdio, whole process", 1));
        measured.add(
                Measurement.bounded(
                        "call echo over stdio, from result to end",
                        median(
                                rounds.ours,
                                run -> run.wall().minus(run.firstOutput()).toNanos() / 1e6),
                        "ms",
                        300));
        return measured;
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
