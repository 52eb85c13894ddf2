package dev.benchlight.app;

import dev.benchlight.app.cli.BenchlightCommand;
import dev.benchlight.app.cli.Console;
import dev.benchlight.app.cli.Output;
import dev.benchlight.app.demo.Demo;
import dev.benchlight.mcp.wire.ServerConfig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run under `-XX:AOTCacheOutput` does to train the cache of the command line: a few
/// commands against the demo server, over HTTP and stdio. All it leaves is in a temporary folder
/// that goes with it. The window has a cache of its own, trained by its first frame: what a cache
/// holds costs memory, needed or not.
final class Training {
    /// The one argument that asks for it; not a command, since nobody else has a use for it.
    static final String ARGUMENT = "train-aot-cache";

    private Training() {}

    /// @return the exit code: not 0 if a command failed, for then the cache would be of little use
    static int run() throws IOException {
        Path folder = Files.createTempDirectory("benchlight-training");
        try {
            return commands(folder);
        } finally {
            delete(folder);
        }
    }

    private static int commands(Path folder) throws IOException {
        ServerConfig.Stdio demo = (ServerConfig.Stdio) Demo.entry().config();
        List<String> overStdio = new ArrayList<>(List.of(demo.command()));
        overStdio.addAll(demo.arguments());
        int worst = 0;
        Process http = http(overStdio);
        try (BufferedReader out = http.inputReader()) {
            String url = out.readLine().replace("READY ", "") + "/mcp";
            worst = Math.max(worst, command(folder, "list", url));
            worst = Math.max(worst, command(folder, "inspect", url, "--json"));
            String[] call = {"call", url, Demo.FIRST_TOOL, "--arg", "city=Lisbon"};
            worst = Math.max(worst, command(folder, call));
        } finally {
            http.destroy();
        }
        overStdio.addAll(0, List.of("list", "--stdio", "--"));
        worst = Math.max(worst, command(folder, overStdio.toArray(String[]::new)));
        return Math.max(worst, command(folder, "traces", "list"));
    }

    /// A process of its own, lest the cache fill with what makes a server.
    private static Process http(List<String> overStdio) throws IOException {
        List<String> command = new ArrayList<>(overStdio);
        command.remove("--stdio");
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int command(Path folder, String... arguments) {
        Console quiet =
                new Console(
                        InputStream.nullInputStream(),
                        Output.to(OutputStream.nullOutputStream()),
                        nowhere(),
                        false,
                        Map.of(),
                        folder);
        String[] withData =
                Stream.concat(
                                Stream.of(
                                        arguments[0],
                                        "--data",
                                        folder.resolve("data").toString(),
                                        "--workspace",
                                        folder.toString()),
                                Stream.of(arguments).skip(1))
                        .toArray(String[]::new);
        return BenchlightCommand.run(withData, quiet, (workspace, data, exit) -> 0);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
