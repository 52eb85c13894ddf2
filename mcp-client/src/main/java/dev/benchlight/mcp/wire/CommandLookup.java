package dev.benchlight.mcp.wire;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the file a command stands for, as a shell would, so that a missing one can be explained.
///
/// @param environment of the process to be
/// @param windows whether names get the endings of `PATHEXT`
record CommandLookup(Map<String, String> environment, @Nullable Path directory, boolean windows) {

    static CommandLookup here(Map<String, String> environment, @Nullable Path directory) {
        return new CommandLookup(environment, directory, File.separatorChar == '\\');
    }

    Optional<Path> find(String command) {
        try {
            if (command.contains("/") || (windows && command.contains("\\"))) {
                Path path = Path.of(command);
                return firstRunnable(directory == null ? path : directory.resolve(path));
            }
            for (Path folder : path()) {
                Optional<Path> found = firstRunnable(folder.resolve(command));
                if (found.isPresent()) {
                    return found;
                }
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    WireFault notFound(String command) {
        String hint =
                command.contains("/") || command.contains("\\")
                        ? "check that the file exists and may be executed"
                        : "install it or give its full path; PATH searched: " + variable("PATH");
        if (command.equals("npx") || command.equals("node") || command.equals("npm")) {
            hint = "install Node.js; " + hint;
        } else if (command.equals("uvx") || command.equals("uv")) {
            hint = "install uv; " + hint;
        } else if (command.contains(" ")) {
            hint = "give the program alone as the command and the rest as arguments; " + hint;
        }
        return WireFault.of(
                        WireFault.Kind.PROCESS,
                        "command-not-found",
                        "the command \"" + command + "\" was not found")
                .withHint(hint);
    }

    private List<Path> path() {
        List<Path> folders = new ArrayList<>();
        for (String folder : variable("PATH").split(windows ? ";" : ":", -1)) {
            if (!folder.isEmpty()) {
                folders.add(directory == null ? Path.of(folder) : directory.resolve(folder));
            }
        }
        return folders;
    }

    private Optional<Path> firstRunnable(Path path) {
        if (windows) {
            for (String ending : variable("PATHEXT").split(";", -1)) {
                Path candidate = Path.of(path + ending.toLowerCase(Locale.ROOT));
                if (!ending.isEmpty() && Files.isRegularFile(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Files.isRegularFile(path) && Files.isExecutable(path)
                ? Optional.of(path)
                : Optional.empty();
    }

    /// Names of variables have no case on Windows.
    private String variable(String name) {
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            if (windows ? entry.getKey().equalsIgnoreCase(name) : entry.getKey().equals(name)) {
                return entry.getValue();
            }
        }
        return "";
    }
}
