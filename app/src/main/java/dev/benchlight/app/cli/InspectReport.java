package dev.benchlight.app.cli;

import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.ServerDescription;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
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
/// @param claims how many tools claim each annotation; nothing says that it is true
record InspectReport(
        String name,
        @Nullable ServerDescription server,
        Map<String, Integer> offers,
        Map<String, Integer> claims,
        List<Steps.Step> steps,
        List<Lint.Finding> findings) {
    /// Of one kind; all of them stand in the JSON.
    private static final int MOST_SHOWN = 10;

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("server", name);
        if (server != null) {
            json.put("revision", server.revision().version());
            boolean modern = server.revision().era() == Era.MODERN;
            json.put("era", modern ? "modern" : "legacy");
            json.set(modern ? "discover" : "initialize", server.json());
            offers.forEach(json.putObject("offers")::put);
            claims.forEach(json.putObject("claims")::put);
        }
        var all = json.putArray("steps");
        for (Steps.Step step : steps) {
            ObjectNode node = all.addObject();
            node.put("step", step.name());
            node.put("status", step.status());
            if (!step.evidence().isEmpty()) {
                node.put("evidence", step.evidence());
            }
            node.put("ms", step.milliseconds());
        }
        var lints = json.putArray("findings");
        for (Lint.Finding finding : findings) {
            ObjectNode node = lints.addObject();
            node.put("code", finding.code());
            node.put("where", finding.where());
            node.put("message", finding.message());
        }
        return json;
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
        text.append("\n\nfindings (").append(findings.size()).append(")\n");
        Map<String, List<Lint.Finding>> kinds = new LinkedHashMap<>();
        findings.forEach(f -> kinds.computeIfAbsent(f.code(), _ -> new ArrayList<>()).add(f));
        kinds.forEach((code, all) -> some(text, code, all));
        return text.toString().stripTrailing();
    }

    private static void some(StringBuilder text, String code, List<Lint.Finding> all) {
        for (Lint.Finding finding : all.subList(0, Math.min(MOST_SHOWN, all.size()))) {
            String line = code + ": " + finding.where() + " " + finding.message();
            text.append("  ").append(Visible.line(line)).append('\n');
        }
        if (all.size() > MOST_SHOWN) {
            String more = code + ": and " + (all.size() - MOST_SHOWN) + " more (all with --json)";
            text.append("  ").append(Visible.line(more)).append('\n');
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
        line(text, "offers", offers.isEmpty() ? "nothing" : offered());
        if (!claims.isEmpty()) {
            line(text, "tools claim", counts(claims) + " (not checked)");
        }
        text.append('\n');
    }

    private String offered() {
        List<String> parts = new ArrayList<>();
        offers.forEach((what, count) ->
                parts.add(
                        ListCommand.counted(
                                count, what.equals("templates") ? "resource templates" : what)));
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
