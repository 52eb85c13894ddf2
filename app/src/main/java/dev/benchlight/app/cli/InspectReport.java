package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.Severity;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.ServerDescription;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `inspect` found.
///
/// @param name the server's, as the user knows it
/// @param server what it says of itself, or null if there was no connection
/// @param offers how many of each kind
/// @param extensions what either side declared
/// @param claims how many tools claim each annotation; nothing says that it is true
/// @param compared with the catalogue accepted before, or null if there was no connection
record InspectReport(
        String name,
        @Nullable ServerDescription server,
        Map<String, Listings.Count> offers,
        ExtensionLines extensions,
        Map<String, Integer> claims,
        List<Steps.Step> steps,
        List<Finding> findings,
        @Nullable Compared compared) {
    /// Of one kind; all of them stand in the JSON.
    private static final int MOST_SHOWN = 10;

    static InspectReport notConnected(String name, List<Steps.Step> steps) {
        ExtensionLines none = new ExtensionLines(List.of());
        return new InspectReport(name, null, Map.of(), none, Map.of(), steps, List.of(), null);
    }

    ObjectNode json() {
        return InspectJson.of(this);
    }

    /// What is to be mended or looked at.
    List<Finding> grave() {
        return findings.stream().filter(finding -> finding.severity() != Severity.NOTE).toList();
    }

    /// What works, and could be better.
    List<Finding> notes() {
        return findings.stream().filter(finding -> finding.severity() == Severity.NOTE).toList();
    }

    /// @param width of a line, in characters
    String text(int width) {
        StringBuilder text = new StringBuilder();
        if (server != null) {
            describe(text, server);
        }
        text.append("steps\n");
        List<List<String>> rows = new ArrayList<>();
        for (Steps.Step step : steps) {
            String time = step.milliseconds() + " ms";
            rows.add(List.of(time, step.status(), step.name(), step.evidence()));
        }
        text.append(Table.of(rows, width));
        if (server == null) {
            return text.toString();
        }
        section(text, "findings", grave());
        section(text, "notes", notes());
        if (compared != null) {
            changes(text, compared);
        }
        return text.toString().stripTrailing();
    }

    private static void section(StringBuilder text, String title, List<Finding> findings) {
        text.append("\n\n").append(title).append(" (").append(findings.size()).append(')');
        Map<String, List<Finding>> kinds = new LinkedHashMap<>();
        findings.forEach(f -> kinds.computeIfAbsent(f.code(), _ -> new ArrayList<>()).add(f));
        kinds.forEach((code, all) -> some(text, code, all));
    }

    private static void some(StringBuilder text, String code, List<Finding> all) {
        for (Finding finding : all.subList(0, Math.min(MOST_SHOWN, all.size()))) {
            String word =
                    finding.severity() == Severity.NOTE ? "" : finding.severity().word() + " ";
            text.append("\n  ").append(word).append(code).append(": ");
            text.append(Visible.line(finding.sentence()));
        }
        if (all.size() > MOST_SHOWN) {
            int more = all.size() - MOST_SHOWN;
            text.append("\n  ").append(code).append(": and ").append(more);
            text.append(" more (all with --json)");
        }
        String hint = all.getFirst().hint();
        if (hint != null) {
            text.append("\n      ").append(Visible.line(hint));
        }
    }

    private static void changes(StringBuilder text, Compared compared) {
        String what =
                switch (compared.status()) {
                    case "first" -> "kept, to tell later what changed";
                    case "same" -> "as it was accepted";
                    case "updated" -> "accepted as it is now";
                    case "incomplete" -> "not compared, since a list is not whole";
                    default -> compared.changes().size() + " changed";
                };
        text.append("\n\ncatalogue (").append(what).append(')');
        int shown = Math.min(MOST_SHOWN * 2, compared.changes().size());
        for (var change : compared.changes().subList(0, shown)) {
            text.append("\n  ").append(change.impact().word()).append(": ");
            text.append(Visible.line(change.sentence()));
        }
        if (compared.changes().size() > shown) {
            text.append("\n  and ").append(compared.changes().size() - shown);
            text.append(" more (all with --json)");
        }
    }

    private void describe(StringBuilder text, ServerDescription known) {
        line(text, "server", known.name() + " " + known.version());
        boolean modern = known.revision().era() == Era.MODERN;
        String era =
                modern
                        ? " (modern era: server/discover was answered)"
                        : " (legacy era: opened by initialize)";
        line(text, "revision", known.revision().version() + era);
        List<String> capabilities = List.copyOf(known.json().path("capabilities").propertyNames());
        line(text, "capabilities", String.join(", ", capabilities));
        if (!extensions.declared().isEmpty()) {
            line(text, "extensions", extensions.text());
        }
        line(text, "offers", offers.isEmpty() ? "nothing" : offered());
        if (!claims.isEmpty()) {
            line(text, "tools claim", counts(claims) + " (not checked)");
        }
        text.append('\n');
    }

    private String offered() {
        List<String> parts = new ArrayList<>();
        offers.forEach((what, count) -> {
            String plural = what.equals("templates") ? "resource templates" : what;
            String pages = count.pages() > 1 ? " on " + count.pages() + " pages" : "";
            parts.add(ListCommand.counted(count.items(), plural) + pages);
        });
        return String.join(", ", parts);
    }

    private static String counts(Map<String, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((what, count) -> parts.add(count + " " + what));
        return String.join(", ", parts);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-14s".formatted(name)).append(Visible.line(value)).append('\n');
    }
}
