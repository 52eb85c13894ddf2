package dev.benchlight.mcp.peers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The reference servers from npm, installed once for all modules' tests from a locked list. On a
/// machine without Node a test that asks for one is skipped, and says so; with the system property
/// `benchlight.require.node`, as in CI, it fails instead.
public final class NpmServers {
    private static final Path SOURCE = module().resolve("src/test/npm");
    private static final Path INSTALLED = module().resolve("target/npm");

    private NpmServers() {}

    /// The command line of `@modelcontextprotocol/server-everything`.
    ///
    /// @param arguments `stdio`, or `streamableHttp` or `sse` (which listen on the port in `PORT`)
    public static List<String> everything(String... arguments) {
        return command("server-everything", arguments);
    }

    /// The command line of `@modelcontextprotocol/server-filesystem`.
    public static List<String> filesystem(Path... folders) {
        return command(
                "server-filesystem", Stream.of(folders).map(Path::toString).toArray(String[]::new));
    }

    /// The command line of `@modelcontextprotocol/server-memory`.
    public static List<String> memory() {
        return command("server-memory");
    }

    /// The command line of a server of revision 2026-07-28, on the second TypeScript SDK.
    ///
    /// @param arguments `stdio`, or `http` (which prints its URL first); `dual` or `modern`; and
    ///   `changing` for one that has tools `grow` and `touch`, and a resource, or `tasks` for one
    ///   whose tool `slow` becomes a task
    public static List<String> modern(String... arguments) {
        install();
        try {
            String name = "modern-server.mjs";
            Path script = INSTALLED.resolve(name);
            Files.copy(SOURCE.resolve(name), script, StandardCopyOption.REPLACE_EXISTING);
            return Stream.concat(Stream.of("node", script.toString()), Stream.of(arguments))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String server, String... arguments) {
        install();
        Path script =
                INSTALLED.resolve(
                        "node_modules/@modelcontextprotocol/" + server + "/dist/index.js");
        return Stream.concat(Stream.of("node", script.toString()), Stream.of(arguments)).toList();
    }

    private static synchronized void install() {
        try {
            if (run(Path.of("."), "node", "--version") != 0) {
                throw new IOException("node --version failed");
            }
        } catch (IOException e) {
            if (Boolean.getBoolean("benchlight.require.node")) {
                throw new UncheckedIOException("Node is required here", e);
            }
            abort("needs Node and npm, which this machine lacks");
        }
        try {
            installLocked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several test processes may want it at once: one installs, the others wait for its lock.
    private static void installLocked() throws IOException {
        Files.createDirectories(INSTALLED);
        Path lockFile = INSTALLED.resolve(".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Path list = INSTALLED.resolve("package-lock.json");
            Path done = INSTALLED.resolve(".installed");
            Path wanted = SOURCE.resolve("package-lock.json");
            if (lock.isValid() && Files.exists(done) && Files.mismatch(done, wanted) < 0) {
                return;
            }
            for (String file : List.of("package.json", "package-lock.json")) {
                Files.copy(
                        SOURCE.resolve(file),
                        INSTALLED.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
            int code = run(INSTALLED, npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            if (code != 0) {
                throw new IOException("npm ci ended with " + code + " in " + INSTALLED);
            }
            Files.copy(list, done, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int run(Path folder, String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " did not end in 5 minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// The mcp-client module's folder, from whichever module the test runs in.
    private static Path module() {
        Path here = Path.of("").toAbsolutePath();
        Path beside = here.resolveSibling("mcp-client");
        return Files.isDirectory(beside.resolve("src/test/npm"))
                ? beside
                : here.resolve("mcp-client");
    }
}
