package dev.benchlight.app.bench;

import dev.benchlight.mcp.peers.NpmServers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// `call echo` as a whole process, against the official Inspector's CLI, alternating. Ours runs as
/// installed: with an AOT cache, which a first run trains.
final class CommandLineBenchmark implements Benchmarks.Benchmark {
    private static final int ROUNDS = 9;

    private final Path data = Path.of("target/bench/data").toAbsolutePath();
    private final Path cache = Path.of("target/bench/command-line.aot").toAbsolutePath();

    @Override
    public List<Measurement> run() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Files.deleteIfExists(cache);
        List<Measurement> measured = new ArrayList<>();
        try (EverythingHttp server = new EverythingHttp()) {
            String[] call = {"call", server.url(), "echo", "--arg", "message=hi"};
            ProcessRun.of(ours("-XX:AOTCacheOutput=" + cache, call));
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
            Rounds http = Rounds.alternate(ours("-XX:AOTCache=" + cache, call), peer);
            measured.add(http.wall("call echo over HTTP, whole process", 1));
            measured.add(http.memory("call echo over HTTP, peak memory", 1));
            Rounds plain = Rounds.alternate(ours("-Xshare:auto", call), peer);
            measured.add(plain.wall("call echo over HTTP, without AOT cache", 2));
        }
        List<String> server = NpmServers.everything("stdio");
        List<String> stdio =
                ours(
                        "-XX:AOTCache=" + cache,
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

    private List<String> ours(String option, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                option,
                                "-XX:TieredStopAtLevel=1",
                                "@" + Path.of("target/benchlight.args").toAbsolutePath(),
                                arguments[0],
                                "--data",
                                data.toString()),
                        Stream.of(arguments).skip(1))
                .toList();
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
