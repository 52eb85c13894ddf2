package dev.benchlight.app.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A name for a command: that of the program, or of the package, image or script it starts.
final class CommandName {
    private static final Set<String> LAUNCHERS =
            Set.of(
                    "bash",
                    "bun",
                    "bunx",
                    "cmd",
                    "deno",
                    "docker",
                    "dotnet",
                    "go",
                    "java",
                    "node",
                    "npm",
                    "npx",
                    "php",
                    "pipx",
                    "pnpm",
                    "pnpx",
                    "podman",
                    "powershell",
                    "pwsh",
                    "py",
                    "python",
                    "python3",
                    "ruby",
                    "sh",
                    "ts-node",
                    "tsx",
                    "uv",
                    "uvx",
                    "wsl",
                    "yarn");

    /// Words that tell the launcher what to do, or the server how to speak.
    private static final Set<String> VERBS =
            Set.of("run", "tool", "exec", "dlx", "x", "/c", "npx", "stdio");

    /// Options of container programs that take the next word.
    private static final Set<String> TAKES_A_VALUE =
            Set.of(
                    "-e",
                    "-p",
                    "-u",
                    "-v",
                    "-w",
                    "--env",
                    "--env-file",
                    "--mount",
                    "--name",
                    "--network",
                    "--platform",
                    "--pull",
                    "--user",
                    "--volume",
                    "--workdir");

    /// What a file or folder is called in any project.
    private static final Set<String> COMMON =
            Set.of(
                    "app", "bin", "build", "cli", "dist", "index", "lib", "main", "out", "server",
                    "opt", "src", "start", "stdio", "target", "usr", "local");

    private CommandName() {}

    static String of(String command, List<String> arguments) {
        String program = program(command);
        boolean launches = LAUNCHERS.contains(program.replaceFirst("[0-9.]+$", ""));
        boolean container = program.equals("docker") || program.equals("podman");
        String best = launches ? started(command, arguments, container) : command;
        String[] parts = best.split("[/\\\\]");
        String name =
                Arrays.stream(parts)
                        .map(CommandName::bare)
                        .filter(part -> !part.isBlank() && !COMMON.contains(part))
                        .reduce((_, last) -> last)
                        .orElse(program);
        return name.isBlank() ? "server" : name;
    }

    /// The program a word names, without its folder and ending.
    static String program(String word) {
        return word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1)
                .replaceFirst("(?i)\\.(exe|cmd)$", "");
    }

    private static String started(String command, List<String> arguments, boolean container) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (container && TAKES_A_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-")
                    && !argument.contains("=")
                    && !VERBS.contains(argument)) {
                return argument;
            }
        }
        return command;
    }

    private static String bare(String part) {
        return part.replaceFirst("(?<=.)@[^@]*$", "")
                .replaceFirst("(?i)\\.(js|mjs|cjs|ts|py|jar|exe|cmd|sh)$", "")
                .replaceFirst(":[A-Za-z0-9._-]+$", "")
                .replaceFirst("^(mcp-server|server|mcp)-", "")
                .replaceFirst("-(mcp-server|mcp|server)$", "");
    }
}
