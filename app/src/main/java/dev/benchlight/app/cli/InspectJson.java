package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.auth.AuthStep;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// The report of `inspect` for scripts; `docs/command-line.md` says what stands where.
final class InspectJson {
    private InspectJson() {}

    static ObjectNode of(InspectReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("server", report.name());
        ServerDescription server = report.server();
        if (server != null) {
            json.put("revision", server.revision().version());
            boolean modern = server.revision().era() == Era.MODERN;
            json.put("era", modern ? "modern" : "legacy");
            json.set(modern ? "discover" : "initialize", server.json());
            ObjectNode offers = json.putObject("offers");
            ObjectNode lists = json.putObject("lists");
            report.offers()
                    .forEach((what, count) -> {
                        offers.put(what, count.items());
                        lists.putObject(what)
                                .put("items", count.items())
                                .put("pages", count.pages())
                                .put("complete", count.complete());
                    });
            report.claims().forEach(json.putObject("claims")::put);
            report.extensions().into(json);
        }
        steps(json.putArray("steps"), report.steps());
        findings(json.putArray("findings"), report.grave());
        findings(json.putArray("notes"), report.notes());
        Compared compared = report.compared();
        if (compared != null) {
            catalogue(json.putObject("catalogue"), compared);
        }
        return json;
    }

    private static void steps(ArrayNode all, List<Steps.Step> steps) {
        for (Steps.Step step : steps) {
            ObjectNode node = all.addObject();
            node.put("step", step.name());
            node.put("status", step.status());
            if (!step.evidence().isEmpty()) {
                node.put("evidence", step.evidence());
            }
            node.put("ms", step.milliseconds());
            if (!step.rules().isEmpty()) {
                ArrayNode rules = node.putArray("rules");
                for (AuthStep.Check rule : step.rules()) {
                    rules.addObject()
                            .put("rule", rule.rule())
                            .put("kept", rule.met())
                            .put("text", rule.text());
                }
            }
        }
    }

    private static void findings(ArrayNode all, List<Finding> findings) {
        for (Finding finding : findings) {
            ObjectNode node = all.addObject();
            node.put("code", finding.code());
            node.put("severity", finding.severity().word());
            node.put("where", finding.where().words());
            node.put("message", finding.message());
            if (finding.hint() != null) {
                node.put("hint", finding.hint());
            }
            node.put("kind", finding.where().kind().word());
            node.put("name", finding.where().name());
            node.put("pointer", finding.where().pointer().toString());
        }
    }

    private static void catalogue(ObjectNode json, Compared compared) {
        json.put("status", compared.status());
        if (compared.file() != null) {
            json.put("snapshot", compared.file().toString());
        }
        ArrayNode changes = json.putArray("changes");
        for (Change change : compared.changes()) {
            ObjectNode node = changes.addObject();
            node.put("impact", change.impact().word());
            node.put("where", change.where().words());
            node.put("message", change.message());
            node.put("kind", change.where().kind().word());
            node.put("name", change.where().name());
            node.put("pointer", change.where().pointer().toString());
            if (change.before() != null) {
                node.set("before", change.before());
            }
            if (change.after() != null) {
                node.set("after", change.after());
            }
        }
    }
}
