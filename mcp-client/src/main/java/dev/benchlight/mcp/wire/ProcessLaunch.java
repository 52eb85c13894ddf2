package dev.benchlight.mcp.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts a server's process, or says why it cannot be started.
sealed interface ProcessLaunch {
    record Started(Process process, ProcessTree tree) implements ProcessLaunch {}

    record Refused(WireFault fault) implements ProcessLaunch {}

    /// @param mark what it is given beside the variables of its entry, none of which replaces it
    static ProcessLaunch of(ServerConfig.Stdio config, ServerMark mark) {
        Map<String, String> environment =
                ChildEnvironment.of(System.getenv(), config.environment());
        Path directory = config.directory();
        if (directory != null && !Files.isDirectory(directory)) {
            return refused("no-such-folder", "the working folder " + directory + " does not exist");
        }
        if (environment.containsKey("")) {
            return refused(
                    "command-failed", "the command could not be started: a variable has no name");
        }
        CommandLookup lookup = CommandLookup.here(environment, directory);
        Optional<Path> program = lookup.find(config.command());
        if (program.isEmpty()) {
            return new Refused(lookup.notFound(config.command()));
        }
        List<String> command = new ArrayList<>(OsSession.launcher());
        boolean ownSession = !command.isEmpty();
        command.add(program.get().toString());
        command.addAll(config.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        try {
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put(ServerMark.VARIABLE, mark.value());
            Process process = builder.start();
            return new Started(process, new ProcessTree(process.toHandle(), mark, ownSession));
        } catch (IOException | IllegalArgumentException e) {
            // The latter for a variable whose name no process can have.
            return refused("command-failed", "the command could not be started: " + e.getMessage());
        }
    }

    private static Refused refused(String code, String message) {
        return new Refused(WireFault.of(WireFault.Kind.PROCESS, code, message));
    }
}
