package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;

/// `trust`: approves a server of the workspace, and shows what was approved.
final class TrustCommand {
    private TrustCommand() {}

    static Reply run(Surroundings around) throws InputException {
        Targets target = Targets.of(around);
        if (!target.words().isEmpty()) {
            throw SessionCommand.tooMany("trust", target.words().getFirst());
        }
        if (target.entry().origin() != ServerEntry.Origin.FILE) {
            throw new InputException(
                    "usage",
                    "A server given on the command line, and the demo, need no approval.",
                    "Name a server of the workspace.");
        }
        around.remark(target.entry());
        ServerConfig visible = around.environment().visible(target.entry());
        TrustStore trust = around.trust();
        String changed = trust.changed(target.entry(), visible).orElse("");
        try {
            trust.approve(target.entry(), visible);
        } catch (IOException e) {
            throw new InputException(
                    "not-saved", "The approval could not be saved: " + FileProblem.reason(e) + ".");
        }
        if (!around.data().writable()) {
            throw new InputException(
                    "not-saved",
                    "The approval could not be saved. " + String.join(" ", around.data().notices()),
                    "Use --trust to approve it for one run.");
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("name", target.entry().name());
        json.put("approved", Approval.describe(visible));
        if (!changed.isEmpty()) {
            json.put("changed", changed);
        }
        String text =
                "Approved "
                        + Visible.line(target.entry().name())
                        + ":\n"
                        + Approval.describe(visible)
                        + (changed.isEmpty() ? "" : "\n" + Visible.line(changed));
        return Reply.done(json, text).with(around.warnings());
    }
}
