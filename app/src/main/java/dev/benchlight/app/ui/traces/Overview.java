package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What there is to say about a span, in sections; none is empty.
record Overview(String sentence, List<Section> sections) {
    /// @param title a heading
    record Section(String title, List<Fact> facts) {}

    /// A line of a section.
    ///
    /// @param label what it is, or when it was
    /// @param style a style class for the text, or an empty string
    /// @param span what a click shows, or null
    /// @param copy what the line's copy button copies, or an empty string for none
    record Fact(String label, String text, String style, @Nullable SpanId span, String copy) {
        Fact(String label, String text, String style) {
            this(label, text, style, null, "");
        }
    }

    /// Lines of a section: each is a node.
    private static final int MOST = 100;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    static Overview of(TraceDetail detail) {
        SpanClock clock = SpanClock.of(detail);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Span", facts(detail.row())));
        add(sections, "Connect steps", notes(detail, clock, SpanNote.Type.STEP));
        add(sections, "Warnings", notes(detail, clock, SpanNote.Type.WARNING));
        add(sections, "Progress", notes(detail, clock, SpanNote.Type.PROGRESS));
        add(sections, "Log", notes(detail, clock, SpanNote.Type.LOG));
        add(sections, "Children", detail.children().stream().map(Overview::child).toList());
        sections.add(new Section("Identifiers", ids(detail.row())));
        return new Overview(sentence(detail.row()), List.copyOf(sections));
    }

    private static void add(List<Section> sections, String title, List<Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Section(title, facts.size() > MOST ? start(facts) : facts));
        }
    }

    private static List<Fact> start(List<Fact> facts) {
        List<Fact> start = new ArrayList<>(facts.subList(0, MOST));
        start.add(new Fact("", "and more: %,d in all".formatted(facts.size()), "muted"));
        return start;
    }

    private static String sentence(TraceRow row) {
        String summary = VisibleText.of(row.summary());
        return summary.isEmpty() && row.status() == null ? "Waiting for the answer" : summary;
    }

    private static List<Fact> facts(TraceRow row) {
        return List.of(
                new Fact("Server", VisibleText.name(row.where()), ""),
                new Fact("Kind", word(row), ""),
                new Fact("Started", TIME.format(row.started()), ""),
                new Fact("Sent", Quantity.bytes(row.bytesSent()), ""),
                new Fact("Received", Quantity.bytes(row.bytesReceived()), ""));
    }

    private static List<Fact> ids(TraceRow row) {
        List<Fact> ids = new ArrayList<>();
        ids.add(id("Span", row.id().value(), null));
        ids.add(id("Trace", row.trace().value(), null));
        SpanId parent = row.parent();
        if (parent != null) {
            ids.add(id("Parent", parent.value(), parent));
        }
        ids.add(id("Connection", VisibleText.name(row.connection()), null));
        return List.copyOf(ids);
    }

    private static Fact id(String label, String value, @Nullable SpanId span) {
        return new Fact(label, value, "mono", span, value);
    }

    private static List<Fact> notes(TraceDetail detail, SpanClock clock, SpanNote.Type type) {
        return detail.notes().stream()
                .filter(note -> note.type() == type)
                .map(note ->
                        new Fact(clock.label(note.at()), VisibleText.of(note.text()), style(note)))
                .toList();
    }

    private static String style(SpanNote note) {
        boolean failed = note.type() == SpanNote.Type.STEP && note.text().contains(": failed: ");
        return failed ? "bad" : note.type() == SpanNote.Type.WARNING ? "warning" : "";
    }

    private static Fact child(TraceRow row) {
        SpanVerdict verdict = SpanVerdict.of(row);
        String took = row.duration() == null ? "" : Quantity.duration(row.duration());
        return new Fact(took, title(row) + " · " + verdict.word(), verdict.style(), row.id(), "");
    }

    /// Method and name.
    static String title(TraceRow row) {
        return VisibleText.name(
                row.name().isEmpty() ? row.method() : row.method() + " " + row.name());
    }

    private static String word(TraceRow row) {
        return switch (row.kind()) {
            case CONNECT -> "Connect";
            case REQUEST -> "Request";
            case NOTIFICATION -> "Notification";
            case SERVER_REQUEST -> "Request of the server";
            case SERVER_NOTIFICATION -> "Notification of the server";
            case AUTHORIZATION -> "Getting a token";
            case VIOLATION -> RowText.isStray(row) ? "Came too late" : "Belongs to no exchange";
        };
    }
}
