package dev.benchlight.mcp.wire;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The user's login shell, asked for the `PATH` that its start-up files make. A program started
/// from a desktop icon has not got it, and so would not find `npx` or `uvx` where nvm, Homebrew or
/// uv put them. Immutable.
///
/// @param shell an absolute path
/// @param environment of the shell to be
public record LoginShell(Path shell, Map<String, String> environment) {
    private static final String MARK = "benchlight-login-path";
    private static final int OUTPUT = 1 << 20;

    /// The one that `SHELL` names, or empty where there is none, as on Windows.
    public static Optional<LoginShell> in(Map<String, String> environment) {
        Path shell = Path.of(environment.getOrDefault("SHELL", ""));
        return shell.isAbsolute() && Files.isExecutable(shell)
                ? Optional.of(new LoginShell(shell, environment))
                : Optional.empty();
    }

    /// Runs the shell, which runs the user's start-up files, and ends whatever is left of it.
    ///
    /// @return empty if it does not tell in time
    public Optional<String> path(Duration deadline) {
        List<String> command = new ArrayList<>(OsSession.launcher());
        command.addAll(
                List.of(
                        shell.toString(),
                        "-i",
                        "-l",
                        "-c",
                        "echo " + MARK + "; printenv PATH; echo " + MARK));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(ChildEnvironment.of(environment, Map.of()));
        try {
            return read(builder.start(), deadline);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static File nothing() {
        return new File("/dev/null");
    }

    private static Optional<String> read(Process process, Duration deadline) {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread.ofVirtual().name("login-shell").start(() -> output.complete(output(process)));
        try {
            return marked(output.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            end(process);
        }
    }

    private static String output(Process process) {
        try (InputStream in = process.getInputStream()) {
            return new String(in.readNBytes(OUTPUT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It was ended meanwhile; what it would have said is not waited for any more.
            return "";
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> left = new ArrayList<>(process.descendants().toList());
        if (!OsSession.launcher().isEmpty()) {
            left.addAll(OsSession.members(process.pid()).toList());
        }
        left.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// What stands on the line between the marks; start-up files may print before and after.
    private static Optional<String> marked(String output) {
        List<String> lines = output.lines().toList();
        int first = lines.indexOf(MARK);
        int last = lines.lastIndexOf(MARK);
        return first >= 0 && last == first + 2
                ? Optional.of(lines.get(first + 1))
                : Optional.empty();
    }
}
