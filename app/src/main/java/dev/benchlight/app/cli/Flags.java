package dev.benchlight.app.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The options, and which commands take them.
///
/// @param value what stands behind it, or an empty string
/// @param commands those that take it; empty for all
record Flags(String name, String value, String help, Set<String> commands) {
    private static final Set<String> CALLING = Set.of("list", "call", "prompt", "read", "inspect");
    private static final Set<String> TARGETED =
            Set.of("list", "call", "prompt", "read", "inspect", "trust");

    static final List<String> COMMANDS =
            List.of("open", "demo", "list", "call", "prompt", "read", "inspect", "traces", "trust");

    static final List<Flags> ALL =
            List.of(
                    new Flags(
                            "--stdio",
                            "",
                            "start the command behind -- (or serve over stdio)",
                            with("demo")),
                    new Flags(
                            "--arg",
                            "name=value",
                            "an argument, typed by the schema",
                            Set.of("call", "prompt")),
                    new Flags("--args", "JSON|@FILE", "all arguments as an object", Set.of("call")),
                    new Flags("--port", "N", "the port of the demo gateway", Set.of("demo")),
                    new Flags("--limit", "N", "how many traces", Set.of("traces")),
                    new Flags("--header", "'Name: value'", "sent with every request", CALLING),
                    new Flags("--timeout", "60s", "how long nothing may be heard", CALLING),
                    new Flags("--max-time", "10m", "how long a call may take", CALLING),
                    new Flags("--grace", "100ms", "how long a server may take to end", CALLING),
                    new Flags("--revision", "auto|DATE", "the MCP revision to offer", CALLING),
                    new Flags("--transport", "auto|http", "how to talk to a URL", CALLING),
                    new Flags("--trust", "", "approve the server for this run", CALLING),
                    new Flags("--env", "NAME", "the environment to use", TARGETED),
                    new Flags("--no-trace", "", "record nothing", CALLING),
                    new Flags("--exit-when-shown", "", "end at the first frame", Set.of("open")),
                    new Flags("--workspace", "DIR", "the workspace folder", Set.of()),
                    new Flags("--data", "DIR", "the data folder", Set.of()),
                    new Flags("--json", "", "one JSON document on standard output", Set.of()),
                    new Flags("--quiet", "", "no warnings, no progress", Set.of()),
                    new Flags(
                            "--verbose",
                            "",
                            "the server's standard error, and stack traces",
                            Set.of()),
                    new Flags("--version", "", "print the version", Set.of()),
                    new Flags("--help", "", "print this", Set.of()));

    private static Set<String> with(String command) {
        Set<String> all = new HashSet<>(CALLING);
        all.add(command);
        return Set.copyOf(all);
    }

    boolean fits(String command) {
        return commands.isEmpty() || commands.contains(command);
    }

    static List<String> names() {
        return ALL.stream().map(Flags::name).toList();
    }
}
