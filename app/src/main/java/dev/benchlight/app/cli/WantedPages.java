package dev.benchlight.app.cli;

import dev.benchlight.mcp.ElicitedUrl;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Pages that a server wants opened before it answers (error -32042 of 2025-11-25). They are named
/// in full, and never opened.
final class WantedPages {
    private static final String CODE = "url-elicitation-required";

    private WantedPages() {}

    static boolean isWanted(Outcome<?> outcome) {
        return outcome instanceof Outcome.RpcError<?> error && error.code() == ElicitedUrl.REQUIRED;
    }

    static Problem problem(Problem problem) {
        return new Problem(
                CODE,
                problem.layer(),
                problem.message(),
                "Open the page in a browser if you know its host, then run this again.",
                problem.details());
    }

    /// A line for each page, safe to print.
    static List<String> lines(Problem problem) {
        JsonNode details = problem.details();
        if (details == null || !problem.code().equals(CODE)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (ElicitedUrl page : ElicitedUrl.all(details.path("data"))) {
            lines.add(Visible.line(page.text()));
            if (!page.message().isEmpty()) {
                lines.add("  " + Visible.line(OptionAnswers.cut(page.message())));
            }
            page.warnings().forEach(warning -> lines.add("  " + warning));
            if (page.uri().isEmpty()) {
                lines.add("  Do not open it: " + page.refusal() + ".");
            }
        }
        return lines;
    }
}
