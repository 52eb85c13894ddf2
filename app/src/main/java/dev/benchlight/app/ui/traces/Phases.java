package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.trace.SpanNote;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The phases of a span's HTTP exchanges, as far as they were timed.
///
/// @param total milliseconds that the longest bar stands for
record Phases(List<Phase> phases, double total, List<String> remarks) {
    /// Milliseconds since the span's start, and how many.
    record Phase(String name, double start, double length) {}

    static Phases of(TraceDetail detail) {
        SpanClock clock = SpanClock.of(detail);
        List<Phase> phases = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (SpanNote note : detail.notes()) {
            String data = note.data();
            if (note.type() == SpanNote.Type.TIMING && data != null) {
                add(phases, data, millis(clock.since(note.at())));
                remarks.add(note.text() + (reused(data) ? " · connection reused" : ""));
            }
        }
        Duration duration = detail.row().duration();
        double end = phases.stream().mapToDouble(p -> p.start() + p.length()).max().orElse(0);
        if (!phases.isEmpty() && duration != null && millis(duration) > end) {
            phases.add(new Phase("Receiving", end, millis(duration) - end));
            end = millis(duration);
        }
        return new Phases(List.copyOf(phases), end, List.copyOf(remarks));
    }

    private static void add(List<Phase> phases, String data, double firstByteAt) {
        JsonNode timing = tree(data);
        double whole = timing.path("firstByteMs").asDouble(0);
        double start = Math.max(0, firstByteAt - whole);
        double at = start;
        for (String[] each :
                new String[][] {{"DNS", "dnsMs"}, {"Connect", "connectMs"}, {"TLS", "tlsMs"}}) {
            double length = timing.path(each[1]).asDouble(-1);
            if (length >= 0) {
                phases.add(new Phase(each[0], at, length));
                at += length;
            }
        }
        phases.add(new Phase("Waiting", at, Math.max(0, start + whole - at)));
    }

    private static boolean reused(String data) {
        return tree(data).path("reused").asBoolean(false);
    }

    private static JsonNode tree(String data) {
        try {
            return JsonDocument.parse(data).tree();
        } catch (JsonSyntaxException _) {
            return tools.jackson.databind.node.MissingNode.getInstance();
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
