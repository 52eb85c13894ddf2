package dev.benchlight.app.cli;

import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Warning;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// `traces list`, `traces search`, `traces show`: what was recorded.
final class TracesCommand {
    private static final List<String> ACTIONS = List.of("list", "search", "show");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private TracesCommand() {}

    static Reply run(Surroundings around) throws InputException {
        List<String> words = around.invocation().words();
        String action = words.isEmpty() ? "list" : words.getFirst();
        if (action.equals("export")) {
            throw new InputException("not-yet", "traces export comes with a later version.");
        }
        if (!ACTIONS.contains(action)) {
            throw new InputException(
                    "usage",
                    "There is no command traces " + Visible.line(action) + ".",
                    Names.hint(action, ACTIONS));
        }
        String word = word(action, words.subList(Math.min(1, words.size()), words.size()));
        try (TraceStore store =
                around.data().writable()
                        ? TraceStore.open(around.data().path())
                        : TraceStore.readOnly(around.data().path(), new Redactor())) {
            Reply reply = reply(store, action, word, around);
            List<Warning> warnings = new ArrayList<>(around.warnings());
            for (String notice : store.notices()) {
                warnings.add(new Warning("trace-store", notice, 1, List.of()));
            }
            return reply.with(warnings);
        }
    }

    private static Reply reply(TraceStore store, String action, String word, Surroundings around) {
        int width = around.console().width();
        try {
            return action.equals("show")
                    ? show(store, word, width)
                    : list(store.page(word, OptionalLong.empty(), limit(around)), width);
        } catch (InputException e) {
            return Reply.failed(e.problem());
        }
    }

    /// What the action is about; an empty string for `list`.
    private static String word(String action, List<String> words) throws InputException {
        int wanted = action.equals("list") ? 0 : 1;
        if (words.size() > wanted) {
            throw SessionCommand.tooMany("traces " + action, words.get(wanted));
        }
        if (words.size() < wanted) {
            String what = action.equals("show") ? "an ID" : "a TEXT";
            throw new InputException(
                    "usage",
                    "The command traces " + action + " needs " + what + ".",
                    "See: benchlight traces --help");
        }
        return wanted == 0 ? "" : words.getFirst();
    }

    private static int limit(Surroundings around) throws InputException {
        String limit = around.invocation().value("--limit");
        if (limit == null) {
            return 50;
        }
        if (!limit.matches("[1-9]\\d{0,5}")) {
            throw new InputException("usage", "--limit must be a number from 1 to 999999.");
        }
        return Integer.parseInt(limit);
    }

    private static Reply list(List<TraceRow> rows, int width) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        var array = json.putArray("traces");
        rows.forEach(row -> array.add(json(row)));
        if (rows.isEmpty()) {
            return Reply.done(json, "No traces.");
        }
        List<List<String>> table = new ArrayList<>();
        for (TraceRow row : rows) {
            table.add(
                    List.of(
                            row.id().value(),
                            TIME.format(row.started()),
                            row.where(),
                            row.method(),
                            status(row),
                            milliseconds(row),
                            row.name()));
        }
        return Reply.done(json, Table.of(table, width));
    }

    private static Reply show(TraceStore store, String id, int width) throws InputException {
        TraceDetail detail =
                store.find(id)
                        .orElseThrow(() ->
                                new InputException(
                                        "unknown-trace",
                                        "There is no trace "
                                                + Visible.line(id)
                                                + ", or more than one that starts so.",
                                        "See: benchlight traces list"));
        ObjectNode json = json(detail.row());
        StringBuilder text = new StringBuilder(list(List.of(detail.row()), width).text());
        text.append("\n").append(Visible.line(detail.row().summary())).append('\n');
        var notes = json.putArray("notes");
        detail.notes().forEach(note -> notes.add(note.text()));
        var frames = json.putArray("frames");
        for (Frame frame : detail.frames()) {
            ObjectNode node = frames.addObject();
            node.put("direction", frame.direction().name().toLowerCase(Locale.ROOT));
            node.put("channel", frame.channel().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("offset", frame.offset());
            node.put("length", frame.length());
            node.put("kept", !frame.givenUp());
            node.put("text", frame.text());
            text.append('\n').append(frame.direction() == Direction.SENT ? "→ " : "← ");
            text.append(frame.givenUp() ? givenUp(frame) : Visible.text(frame.text()));
        }
        var stderr = json.putArray("stderr");
        for (Frame frame : detail.stderr()) {
            String line = frame.givenUp() ? givenUp(frame) : frame.text();
            stderr.add(line);
            text.append("\nstderr: ").append(Visible.line(line));
        }
        return Reply.done(json, text.toString());
    }

    private static String givenUp(Frame frame) {
        return String.format(Locale.ROOT, "[%,d bytes, given up for newer ones]", frame.length());
    }

    private static ObjectNode json(TraceRow row) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", row.id().value());
        json.put("trace", row.trace().value());
        json.put("kind", row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("method", row.method());
        json.put("name", row.name());
        json.put("server", row.where());
        json.put("started", row.started().toString());
        json.put("status", status(row));
        if (row.duration() != null) {
            json.put("durationMs", Math.round(row.duration().toNanos() / 1e5) / 10.0);
        }
        json.put("bytesSent", row.bytesSent());
        json.put("bytesReceived", row.bytesReceived());
        json.put("summary", row.summary());
        return json;
    }

    private static String status(TraceRow row) {
        return row.status() == null
                ? "running"
                : row.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String milliseconds(TraceRow row) {
        return row.duration() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f ms", row.duration().toNanos() / 1e6);
    }
}
