package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceTemplate;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// `inspect`: a report on the connection, the server and its catalogue.
final class InspectCommand implements SessionCommand {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Lint.Finding> findings = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    @Override
    public Reply run(SessionRun run, ServerDescription server) throws InputException {
        McpSession session = run.session();
        CallOptions options = run.callOptions();
        long start = System.nanoTime();
        if (server.has("tools")) {
            look(run, "tool", session.listTools(options), Tool::json);
        }
        if (server.has("prompts")) {
            look(run, "prompt", session.listPrompts(options), Prompt::json);
        }
        if (server.has("resources")) {
            look(run, "resource", session.listResources(options), Resource::json);
            look(run, "template", session.listResourceTemplates(options), ResourceTemplate::json);
        }
        return Reply.done(json(run, server), text(run, server))
                .with(warnings)
                .with(
                        session.connect().trace(),
                        java.time.Duration.ofNanos(System.nanoTime() - start));
    }

    private <T> void look(
            SessionRun run, String kind, Call<Listing<T>> call, Function<T, JsonNode> json) {
        switch (run.await(call)) {
            case Outcome.Ok<Listing<T>>(Listing<T> listing) -> {
                counts.put(kind + "s", listing.items().size());
                findings.addAll(Lint.of(kind, listing.items().stream().map(json).toList()));
                warnings.addAll(listing.warnings());
            }
            case Outcome.NotOk<Listing<T>> failed ->
                    findings.add(
                            new Lint.Finding(
                                    failed.problem().code(),
                                    kind + "s",
                                    failed.problem().message()));
        }
    }

    private ObjectNode json(SessionRun run, ServerDescription server) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("server", run.target().entry().name());
        json.put("revision", server.revision().version());
        json.put("era", "legacy");
        json.set("initialize", server.json());
        ObjectNode offered = json.putObject("offers");
        counts.forEach(offered::put);
        var steps = json.putArray("steps");
        for (Steps.Step step : run.steps().steps()) {
            ObjectNode node = steps.addObject();
            node.put("step", step.name());
            node.put("status", step.status());
            node.put("ms", milliseconds(step));
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

    private String text(SessionRun run, ServerDescription server) {
        StringBuilder text = new StringBuilder();
        text.append("server        ").append(Visible.line(server.name() + " " + server.version()));
        text.append("\nrevision      ").append(server.revision().version()).append(" (legacy)");
        text.append("\ncapabilities  ");
        List<String> capabilities = new ArrayList<>();
        server.json().path("capabilities").propertyNames().forEach(capabilities::add);
        text.append(Visible.line(String.join(", ", capabilities)));
        text.append("\noffers        ");
        List<String> offers = new ArrayList<>();
        counts.forEach((kind, count) -> offers.add(count + " " + kind));
        text.append(offers.isEmpty() ? "nothing" : String.join(", ", offers));
        text.append("\n\nsteps\n");
        List<List<String>> rows = new ArrayList<>();
        for (Steps.Step step : run.steps().steps()) {
            rows.add(List.of(milliseconds(step) + " ms", step.status(), step.name()));
        }
        text.append(Table.of(rows));
        text.append("\n\nfindings (").append(findings.size()).append(")\n");
        for (Lint.Finding finding : findings) {
            text.append("  ")
                    .append(finding.code())
                    .append(": ")
                    .append(Visible.line(finding.where()));
            text.append(' ').append(Visible.line(finding.message())).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static double milliseconds(Steps.Step step) {
        return Math.round(step.duration().toNanos() / 1e5) / 10.0;
    }
}
