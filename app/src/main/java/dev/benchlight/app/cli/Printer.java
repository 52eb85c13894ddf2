package dev.benchlight.app.cli;

import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/// Prints a reply: as text, or as the one JSON document of `--json`.
final class Printer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int LONGEST = 2_000;

    private final Console console;
    private final String command;
    private final boolean json;
    private final boolean quiet;

    Printer(Console console, Invocation invocation) {
        this.console = console;
        command = invocation.command();
        json = invocation.has("--json");
        quiet = invocation.has("--quiet");
    }

    /// @return the exit code
    int print(Reply reply) {
        if (json) {
            console.out().println(Visible.text(pretty(envelope(reply))));
        } else {
            printText(reply);
        }
        console.out().flush();
        console.err().flush();
        return reply.exit();
    }

    /// What happened on the way.
    void told(String sentence) {
        if (!quiet) {
            printLine("asked: ", Visible.line(sentence), "2");
            console.err().flush();
        }
    }

    /// A warning that was not known yet when the reply was printed.
    void late(String sentence) {
        if (!quiet) {
            printLine("warning: ", Visible.line(sentence), "33");
            console.err().flush();
        }
    }

    static String pretty(JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private void printText(Reply reply) {
        if (!reply.text().isEmpty()) {
            // A file that ends with a line end stays the file it was.
            console.out().print(reply.text() + (reply.text().endsWith("\n") ? "" : "\n"));
            console.out().flush();
        }
        if (!quiet) {
            reply.warnings().forEach(warning -> printLine("warning: ", line(warning), "33"));
        }
        Problem problem = reply.problem();
        if (problem != null) {
            String said = reply.brief() == null ? problem.message() : reply.brief();
            printLine("error: ", cut(said), "31");
            if (problem.hint() != null) {
                console.err().println("hint: " + cut(problem.hint()));
            }
            WantedPages.lines(problem).forEach(line -> printLine("page: ", line, "36"));
            AnswerBody.lines(problem).forEach(line -> printLine("body: ", line, "2"));
        }
    }

    /// Other sides write long sentences. The JSON has them whole.
    private static String cut(String text) {
        return text.length() <= LONGEST
                ? Visible.line(text)
                : Visible.line(text.substring(0, LONGEST))
                        + "… (%,d characters; --json has them all)".formatted(text.length());
    }

    private static String line(Warning warning) {
        String times = warning.count() > 1 ? " (" + warning.count() + " times)" : "";
        String first = warning.samples().isEmpty() ? "" : warning.samples().getFirst().strip();
        String more = times + (first.isEmpty() ? "" : ": " + first);
        String message = warning.message();
        return cut((more.isEmpty() ? message : message.replaceFirst("\\.$", "")) + more);
    }

    private void printLine(String head, String text, String colour) {
        boolean coloured =
                console.terminal() && console.environment().getOrDefault("NO_COLOR", "").isEmpty();
        console.err()
                .println(coloured ? "\033[" + colour + "m" + head + "\033[0m" + text : head + text);
    }

    private ObjectNode envelope(Reply reply) {
        ObjectNode envelope = JSON.createObjectNode();
        Problem problem = reply.problem();
        envelope.put("ok", problem == null);
        envelope.put("command", command);
        if (reply.result() != null) {
            envelope.set("result", reply.result());
        }
        if (problem != null) {
            ObjectNode error = envelope.putObject("error");
            error.put("code", problem.code());
            error.put("layer", problem.layer().name().toLowerCase(Locale.ROOT));
            error.put("message", problem.message());
            if (problem.hint() != null) {
                error.put("hint", problem.hint());
            }
            if (problem.details() != null) {
                error.set("details", problem.details());
            }
        }
        warnings(envelope, reply.warnings());
        trace(envelope, reply);
        return envelope;
    }

    private static void trace(ObjectNode envelope, Reply reply) {
        if (reply.trace() == null && reply.duration() == null) {
            return;
        }
        ObjectNode trace = envelope.putObject("trace");
        if (reply.trace() != null) {
            trace.put("id", reply.trace().value());
        }
        if (reply.duration() != null) {
            trace.put("durationMs", Math.round(reply.duration().toNanos() / 1e5) / 10.0);
        }
    }

    private static void warnings(ObjectNode envelope, List<Warning> warnings) {
        var array = envelope.putArray("warnings");
        for (Warning warning : warnings) {
            ObjectNode node = array.addObject();
            node.put("code", warning.code());
            node.put("message", warning.message());
            node.put("count", warning.count());
            if (!warning.samples().isEmpty()) {
                warning.samples().forEach(node.putArray("samples")::add);
            }
        }
    }
}
