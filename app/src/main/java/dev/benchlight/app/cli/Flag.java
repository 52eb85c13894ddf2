package dev.benchlight.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One option, and which commands take it.
///
/// @param value what stands behind it, or an empty string
/// @param commands those that take it; empty for all
record Flag(String name, String value, String help, Set<String> commands) {
    private static final Set<String> TARGETED =
            Set.of("list", "call", "task", "prompt", "read", "inspect", "trust");

    static final List<Flag> ALL =
            List.of(
                    of("--stdio", "", "start the command behind -- as the server", "demo"),
                    only("--arg", "name=value", "an argument; may be repeated", "call", "prompt"),
                    only("--args", "JSON|@FILE", "all arguments, as one object", "call"),
                    only("--unchecked", "", "send it without list and check", "call", "prompt"),
                    only("--task", "", "call the tool as a task, if it allows that", "call"),
                    only("--cancel", "", "cancel the task", "task"),
                    only("--port", "N", "the port to listen on; any free one without it", "demo"),
                    only("--limit", "N", "how many traces at most; 50 without it", "traces"),
                    only(
                            "--fail-on-change",
                            "[=breaking|behavioural|any]",
                            "exit code 8 if the catalogue changed",
                            "inspect"),
                    only("--snapshot", "FILE", "compare with this file", "inspect"),
                    only("--update-snapshot", "", "accept the catalogue as it is now", "inspect"),
                    only("--probe", "", "try errors, Origin and Host on any server", "inspect"),
                    only("--no-probe", "", "try nothing, also on this machine", "inspect"),
                    of("--header", "'Name: value'", "sent with every request; may be repeated"),
                    of("--timeout", "60s", "how long nothing may be heard; progress resets it"),
                    of("--max-time", "10m", "how long one request may take in all"),
                    of("--grace", "100ms", "how long a server may take to end"),
                    of("--revision", "auto|DATE", "the MCP revision to offer"),
                    of(
                            "--elicit",
                            "@FILE|accept-defaults|decline",
                            "answers what a server asks for"),
                    of("--sampling", "TEXT|decline", "answers where a server wants a model"),
                    of("--root", "DIR", "a folder the server is told of; may be repeated"),
                    of("--transport", "auto|http|sse", "how to talk to a URL"),
                    of(
                            "--browser",
                            "[=none]",
                            "open a browser to sign in, also without a terminal"),
                    of("--allow-origin", "URL", "where a server may send you; may be repeated"),
                    of("--trust", "", "approve the server for this run"),
                    of("--no-trace", "", "record nothing"),
                    new Flag("--env", "NAME", "the environment to use", TARGETED),
                    only(
                            "--exit-when-shown",
                            "",
                            "print the time and end at the first frame",
                            "open"),
                    all("--workspace", "DIR", "the workspace folder"),
                    all("--data", "DIR", "the folder of traces and approvals"),
                    all("--json", "", "one JSON document on standard output"),
                    all("--quiet", "", "no warnings, no progress"),
                    all("--verbose", "", "the server's standard error, logs and stack traces"),
                    all("--version", "", "print the version"),
                    all("--help", "", "print this; behind a command, more about it"));

    /// What the next versions will take, so that it is told from a slip of the keyboard.
    static final Set<String> LATER =
            Set.of(
                    "--model",
                    "--via",
                    "--tools",
                    "--system",
                    "--image",
                    "--param",
                    "--profile",
                    "--key-env",
                    "--var",
                    "--report",
                    "--repeat",
                    "--parallel",
                    "--shard",
                    "--bail",
                    "--format",
                    "--to");

    private static Flag all(String name, String value, String help) {
        return new Flag(name, value, help, Set.of());
    }

    private static Flag only(String name, String value, String help, String... commands) {
        return new Flag(name, value, help, Set.of(commands));
    }

    /// For the commands that talk to a server, and perhaps one more.
    private static Flag of(String name, String value, String help, String... more) {
        Set<String> commands = new java.util.HashSet<>(Set.of(more));
        for (Command command : Command.values()) {
            if (command.connects()) {
                commands.add(command.word());
            }
        }
        return new Flag(name, value, help, Set.copyOf(commands));
    }

    static Optional<Flag> named(String name) {
        return ALL.stream().filter(flag -> flag.name.equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Flag::name).toList();
    }

    /// Those that a command takes.
    static List<String> names(String command) {
        return ALL.stream().filter(flag -> flag.fits(command)).map(Flag::name).toList();
    }

    boolean fits(String command) {
        return commands.isEmpty() || commands.contains(command);
    }

    /// Whether its value, if there is one, stands behind `=`.
    boolean valueIsOptional() {
        return value.startsWith("[=");
    }

    boolean repeats() {
        return Set.of("--arg", "--header", "--root", "--allow-origin").contains(name);
    }
}
