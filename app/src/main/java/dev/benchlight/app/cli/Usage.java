package dev.benchlight.app.cli;

/// The help text.
final class Usage {
    private static final String COMMANDS =
            """
            Benchlight, a workbench for MCP servers, agents and model gateways

            benchlight [open [DIR]]                     the window, on a workspace folder
            benchlight demo [--port N | --stdio]        the demo gateway, or the demo server alone
            benchlight list TARGET [tools|prompts|resources|templates]
            benchlight call TARGET TOOL [--arg name=value …] [--args JSON|@FILE]
            benchlight prompt TARGET NAME [--arg name=value …]
            benchlight read TARGET URI
            benchlight inspect TARGET                   what the server is, and what is wrong with it
            benchlight trust TARGET                     approve a server of the workspace
            benchlight traces list | search QUERY | show ID

            TARGET is a server of the workspace, a URL, or --stdio -- COMMAND ARGS… at the end:
              benchlight call echo --arg message=hi --stdio -- npx -y @modelcontextprotocol/server-everything

            Options
            """;

    private static final String EXITS =
            """

            Exit codes
              0 done · 1 a bug of ours · 2 usage or a file · 3 authorisation or trust · 4 unreachable or late
              5 the tool or server said error · 6 protocol broken · 7 limit reached · 130 cancelled
            """;

    private Usage() {}

    static String text() {
        StringBuilder text = new StringBuilder(COMMANDS);
        for (Flags flag : Flags.ALL) {
            String head = (flag.name() + " " + flag.value()).strip();
            text.append("  %-26s %s%n".formatted(head, flag.help()));
        }
        return text.append(EXITS).toString().strip();
    }
}
