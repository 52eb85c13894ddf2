package dev.benchlight.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands, as `--help` tells of them.
enum Command {
    OPEN(
            "[DIR]",
            "the window, on a workspace folder",
            """
            Without DIR it is the nearest folder upwards with benchlight.yaml, else your own workspace.
            --exit-when-shown prints {"firstFrameMs": …, "heapMB": …} and ends, to measure the start.
            """),
    DEMO(
            "[--port N | --stdio]",
            "a server to try things on",
            """
            Listens on 127.0.0.1 and prints READY http://127.0.0.1:N once it answers; the MCP endpoint is /mcp.
            Ends on SIGTERM, and when standard input is closed. With --stdio it serves over its own streams.
            """),
    LIST(
            "TARGET [tools|prompts|resources|templates]",
            "what a server offers",
            """
            Without a kind: all that the server says it has. With --json the result is what the server sent,
            all pages as one.
            """),
    CALL(
            "TARGET TOOL [--arg name=value …] [--args JSON|@FILE]",
            "one tool call",
            """
            The tools are listed first. A value of --arg is converted to the type its schema says. For a tool
            that is not listed, and for arguments that its schema refuses, the exit code is 2, and the call is
            not sent.
            --args gives all arguments as one JSON object, from the command line or a file; --arg adds to it
            and wins.
            --unchecked leaves list and check out and sends what you typed: the way to see what a server makes
            of a wrong call. A value of --arg that is JSON is then sent as JSON, any other as a string.
            A server may go on with a call as a task. It is waited for, its states are told on a terminal and
            with --verbose, and Ctrl+C cancels it. --task asks for one where the tool leaves that to the client.
            """),
    TASK(
            "TARGET ID [--cancel]",
            "a task that an earlier call became",
            """
            Waits for the end of the task and prints its result, as the call would have done. Ctrl+C cancels the
            task; so does --cancel, at once. The server must outlive its connections, as one behind a URL does.
            """),
    PROMPT(
            "TARGET NAME [--arg name=value …]",
            "one prompt, filled in by the server",
            """
            The values of --arg are sent as they are; MCP knows only strings there. The prompts are listed first.
            Where an argument is missing that the prompt requires, the exit code is 2, and nothing is sent;
            --unchecked leaves the list out.
            """),
    READ("TARGET URI", "one resource", ""),
    INSPECT(
            "TARGET",
            "what a server is, and what is wrong with it",
            """
            Prints revision, capabilities, each step with its time, findings (names and texts that hide
            something, orders to a model, schemas that do not hold or that a provider refuses) and notes.
            Servers of this machine are also asked for what they cannot have, and, over HTTP, as a web page
            of another site would ask; no tool is called. The pages of apps (ui://) are read and looked at. --probe does so to others, --no-probe to none.
            The catalogue is compared with the one of the first time, or of a --snapshot FILE to be
            committed; --update-snapshot accepts what there is now.
            """),
    TRUST(
            "TARGET",
            "approve a server of the workspace",
            """
            A server that came from a file is not started until its whole command line, folder and variable
            names were shown and approved; any change asks again. A command typed behind -- needs no approval.
            """),
    SECRET(
            "list | set NAME | forget NAME",
            "values for ${secret:NAME}, and tokens",
            """
            set reads the value from standard input, or from the terminal without showing it. Secrets are encrypted on
            disk; the key is in the system's keychain, or made of the passphrase in BENCHLIGHT_PASSPHRASE. list names them
            and says where they are kept, never a value; it also names the servers whose tokens are kept, and forget takes
            such a URL too. An environment variable BENCHLIGHT_SECRET_NAME comes before what is kept.
            """),
    TRACES(
            "[list | search TEXT | show ID]",
            "what was recorded",
            "The start of an ID will do, if it fits only one.\n");

    /// Of the next versions.
    static final List<String> LATER = List.of("chat", "models", "run");

    static final List<String> WORDS = Stream.of(values()).map(Command::word).toList();

    private final String synopsis;
    private final String summary;
    private final String details;

    Command(String synopsis, String summary, String details) {
        this.synopsis = synopsis;
        this.summary = summary;
        this.details = details;
    }

    static Optional<Command> named(String word) {
        return Stream.of(values()).filter(command -> command.word().equals(word)).findFirst();
    }

    /// As it is typed.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String synopsis() {
        return synopsis;
    }

    String summary() {
        return summary;
    }

    /// What is worth knowing beyond the summary, in lines.
    String details() {
        return details;
    }

    /// Whether it talks to a server.
    boolean connects() {
        return switch (this) {
            case LIST, CALL, TASK, PROMPT, READ, INSPECT -> true;
            case OPEN, DEMO, TRUST, SECRET, TRACES -> false;
        };
    }
}
