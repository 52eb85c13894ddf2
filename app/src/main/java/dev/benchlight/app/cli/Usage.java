package dev.benchlight.app.cli;

import java.util.Optional;

/// The help texts.
final class Usage {
    private static final String HEAD =
            """
            Benchlight, a workbench for MCP servers, agents and model gateways

            benchlight COMMAND …, where COMMAND is one of these (open, if there is none):
            """;

    private static final String TARGET =
            """

            TARGET is a server of the workspace, a URL, or --stdio -- COMMAND ARGS… at the end of the line:
              benchlight call echo --arg message=hi --stdio -- npx -y @modelcontextprotocol/server-everything
            """;

    private static final String EXITS =
            """

              Exit codes
                0 done · 1 a bug of ours · 2 usage or a file · 3 authorisation or trust · 4 unreachable or late
                5 the tool or server said error · 6 protocol broken · 7 limit reached · 8 the catalogue changed
            130 cancelled
            """;

    private Usage() {}

    /// All commands and options.
    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Command command : Command.values()) {
            String head = command.word() + " " + command.synopsis();
            text.append("  %-58s %s%n".formatted(head, command.summary()));
        }
        text.append(TARGET).append("\nOptions\n");
        Flag.ALL.forEach(flag -> text.append(line(flag)));
        return text.append(EXITS).toString().strip();
    }

    /// One command and its options.
    static String text(Command command) {
        String summary = command.summary();
        StringBuilder text = new StringBuilder("benchlight ");
        text.append(command.word()).append(' ').append(command.synopsis()).append("\n\n");
        text.append(Character.toUpperCase(summary.charAt(0))).append(summary, 1, summary.length());
        text.append(".\n").append(command.details());
        if (command.connects()) {
            text.append(TARGET);
        }
        text.append("\nOptions\n");
        for (Flag flag : Flag.ALL) {
            if (flag.fits(command.word())) {
                text.append(line(flag));
            }
        }
        return text.append(EXITS).toString().strip();
    }

    /// For the command typed, else for all of them.
    static String text(Optional<Command> command) {
        return command.map(Usage::text).orElseGet(Usage::text);
    }

    private static String line(Flag flag) {
        String head = (flag.name() + " " + flag.value()).strip();
        return "  %-26s %s%n".formatted(head, flag.help());
    }
}
