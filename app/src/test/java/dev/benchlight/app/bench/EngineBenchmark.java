package dev.benchlight.app.bench;

import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// 1,000 warm sequential `echo` calls through the engine with recording to SQLite on, against a
/// bare loop on the same kind of server, in alternating blocks. Several times, each with servers of
/// its own, of which the one in the middle counts.
final class EngineBenchmark implements Benchmarks.Benchmark {
    /// Pairs of calls until the compiler has settled; one over HTTP takes fifty times as long.
    private static final int WARM_UP_STDIO = 12_000;

    private static final int WARM_UP_HTTP = 2_000;
    private static final int ROUNDS = 5;
    private static final int BLOCK = 100;
    private static final int BLOCKS = 10;

    private final JsonNode arguments =
            JsonNodeFactory.instance.objectNode().put("message", "hello");

    @Override
    public List<Measurement> run() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target/bench"), "traces");
        List<String> command = NpmServers.everything("stdio");
        try (TraceStore traces = TraceStore.open(data);
                EverythingHttp server = new EverythingHttp()) {
            ServerConfig stdio =
                    new ServerConfig.Stdio(
                            "everything",
                            command.getFirst(),
                            command.subList(1, command.size()),
                            Map.of(),
                            null);
            ServerConfig http = new ServerConfig.Http("http", URI.create(server.url()), Map.of());
            List<Measurement> all = new ArrayList<>();
            try (OneProcessor one = new OneProcessor()) {
                String name = "echo over %s, median" + one.suffix();
                all.add(
                        compare(
                                        name.formatted("stdio"),
                                        stdio,
                                        traces,
                                        () -> new BareStdio(command))
                                .atMost(1.5));
                all.add(
                        compare(
                                        name.formatted("HTTP"),
                                        http,
                                        traces,
                                        () -> new BareHttp(server.url()))
                                .atMost(1.2));
            }
            String name = "echo over %s, median, where the scheduler puts it";
            all.add(compare(name.formatted("stdio"), stdio, traces, () -> new BareStdio(command)));
            all.add(
                    compare(
                            name.formatted("HTTP"),
                            http,
                            traces,
                            () -> new BareHttp(server.url())));
            return all;
        }
    }

    /// Starts a bare loop on a server of its own.
    private interface BareStart {
        BareLoop start() throws IOException;
    }

    private Measurement compare(
            String name, ServerConfig config, TraceStore traces, BareStart start)
            throws IOException {
        int warmUp = config instanceof ServerConfig.Http ? WARM_UP_HTTP : WARM_UP_STDIO;
        List<Measurement> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int first = round == 0 ? warmUp : warmUp / 10;
            rounds.add(compare(name, config, traces, start.start(), first));
        }
        rounds.sort(Comparator.comparingDouble(Measurement::ratio));
        return rounds.get(ROUNDS / 2);
    }

    private Measurement compare(
            String name, ServerConfig config, TraceStore traces, BareLoop bare, int warmUp)
            throws IOException {
        SessionListener deaf = new SessionListener() {};
        try (bare;
                McpSession session =
                        new McpSession(
                                config,
                                SessionOptions.DEFAULT,
                                ClientHandlers.NONE,
                                traces,
                                deaf)) {
            if (!(session.connect().await() instanceof Outcome.Ok<?>)) {
                throw new IOException("could not connect: " + session.state());
            }
            for (int call = 1; call <= warmUp; call++) {
                bare.call(call);
                echo(session);
            }
            long[] ours = new long[BLOCK * BLOCKS];
            long[] theirs = new long[BLOCK * BLOCKS];
            for (int block = 0; block < BLOCKS; block++) {
                for (int call = block * BLOCK; call < (block + 1) * BLOCK; call++) {
                    long start = System.nanoTime();
                    echo(session);
                    ours[call] = System.nanoTime() - start;
                }
                for (int call = block * BLOCK; call < (block + 1) * BLOCK; call++) {
                    long start = System.nanoTime();
                    bare.call(warmUp + 1 + call);
                    theirs[call] = System.nanoTime() - start;
                }
            }
            return Measurement.compared(
                    name, median(ours) / 1e3, "us", median(theirs) / 1e3, "bare loop");
        }
    }

    private void echo(McpSession session) throws IOException {
        Outcome<?> outcome = session.callTool("echo", arguments, CallOptions.DEFAULT).await();
        if (!(outcome instanceof Outcome.Ok<?>)) {
            throw new IOException("echo failed: " + outcome);
        }
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
