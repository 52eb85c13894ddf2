package dev.benchlight.app.cli;

import dev.benchlight.mcp.Extensions.Declared;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Collectors;

/// The extensions that either side declared, for a report.
record ExtensionLines(List<Declared> declared) {
    void into(ObjectNode json) {
        var all = json.putArray("extensions");
        for (Declared one : declared) {
            ObjectNode node = all.addObject();
            node.put("id", one.id()).put("declaredAs", one.kind());
            node.put("negotiated", one.negotiated());
            if (one.byClient()) {
                node.set("client", one.client());
            }
            if (one.byServer()) {
                node.set("server", one.server());
            }
        }
    }

    /// Such as `io.modelcontextprotocol/tasks (in use), com.example/x (server only)`.
    String text() {
        return declared.stream()
                .map(one -> one.id() + " (" + word(one) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String word(Declared one) {
        if (one.negotiated()) {
            return "in use";
        }
        return one.byServer() ? "server only" : "client only";
    }
}
