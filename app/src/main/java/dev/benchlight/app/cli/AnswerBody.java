package dev.benchlight.app.cli;

import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// The start of what a server answered in place of MCP, for a terminal. `--json` has more of it.
final class AnswerBody {
    private static final int MOST_LINES = 10;

    private AnswerBody() {}

    /// Lines that are safe to print; none where the problem is about no body. A page of HTML was
    /// named by its title, and says nothing more that could be read.
    static List<String> lines(Problem problem) {
        JsonNode details = problem.details();
        if (details == null || problem.code().equals("html-page")) {
            return List.of();
        }
        List<String> all =
                details.path("body")
                        .asString("")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(Visible::text)
                        .toList();
        List<String> lines = new ArrayList<>(all.subList(0, Math.min(MOST_LINES, all.size())));
        if (all.size() > MOST_LINES) {
            lines.add("… --json shows more of it");
        }
        return lines;
    }
}
