package dev.benchlight.app.cli;

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

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// `inspect`: a report on the connection, the server and its catalogue.
final class InspectCommand implements SessionCommand {
    private final Map<String, Integer> offers = new LinkedHashMap<>();
    private final Map<String, Integer> claims = new TreeMap<>();
    private final List<Lint.Finding> findings = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    @Override
    public Reply run(SessionRun run, ServerDescription server) {
        McpSession session = run.session();
        CallOptions options = run.callOptions();
        long start = System.nanoTime();
        findings.addAll(Lint.ofTexts("server", server.json()));
        if (server.has("tools")) {
            look(run, "tool", session.listTools(options), Tool::json)
                    .forEach(tool -> tool.path("annotations").properties().forEach(this::claim));
        }
        if (server.has("prompts")) {
            look(run, "prompt", session.listPrompts(options), Prompt::json);
        }
        if (server.has("resources")) {
            look(run, "resource", session.listResources(options), Resource::json);
            look(run, "template", session.listResourceTemplates(options), ResourceTemplate::json);
        }
        InspectReport report = report(run, server);
        return Reply.done(report.json(), report.text(run.around().console().width()))
                .with(warnings)
                .with(session.connect().trace(), Duration.ofNanos(System.nanoTime() - start));
    }

    /// The steps up to the one that failed are what is looked for then.
    @Override
    public Reply notConnected(SessionRun run, Outcome.NotOk<ServerDescription> failed) {
        InspectReport report = report(run, null);
        return Reply.done(report.json(), report.text(run.around().console().width()))
                .with(Exit.of(failed), failed.problem());
    }

    private InspectReport report(SessionRun run, @Nullable ServerDescription server) {
        return new InspectReport(
                run.target().entry().name(), server, offers, claims, run.steps().steps(), findings);
    }

    private <T> List<JsonNode> look(
            SessionRun run, String kind, Call<Listing<T>> call, Function<T, JsonNode> json) {
        switch (run.await(call)) {
            case Outcome.Ok<Listing<T>>(Listing<T> listing) -> {
                List<JsonNode> items = listing.items().stream().map(json).toList();
                offers.put(kind + "s", items.size());
                findings.addAll(Lint.of(kind, items));
                warnings.addAll(listing.warnings());
                return items;
            }
            case Outcome.NotOk<Listing<T>> failed -> {
                String message = "could not be listed: " + failed.problem().message();
                findings.add(new Lint.Finding(failed.problem().code(), kind + "s", message));
                return List.of();
            }
        }
    }

    private void claim(Map.Entry<String, JsonNode> annotation) {
        if (annotation.getValue().asBoolean(false)) {
            claims.merge(annotation.getKey(), 1, Integer::sum);
        }
    }
}
