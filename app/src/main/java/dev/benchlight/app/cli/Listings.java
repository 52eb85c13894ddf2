package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.Offer;
import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.doctor.Severity;
import dev.benchlight.mcp.Era;
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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Asks a server for all it offers, one list after the other.
final class Listings {
    private final SessionRun run;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private boolean complete = true;

    Listings(SessionRun run) {
        this.run = run;
    }

    /// @param complete whether these are all
    record Count(int items, int pages, boolean complete) {}

    Offer ask(ServerDescription server) {
        McpSession session = run.session();
        CallOptions options = run.callOptions();
        List<JsonNode> tools = List.of();
        List<JsonNode> prompts = List.of();
        List<JsonNode> resources = List.of();
        List<JsonNode> templates = List.of();
        if (server.has("tools")) {
            tools = list("tools", session.listTools(options), Tool::json);
        }
        if (server.has("prompts")) {
            prompts = list("prompts", session.listPrompts(options), Prompt::json);
        }
        if (server.has("resources")) {
            resources = list("resources", session.listResources(options), Resource::json);
            templates =
                    list(
                            "templates",
                            session.listResourceTemplates(options),
                            ResourceTemplate::json);
        }
        boolean modern = server.revision().era() == Era.MODERN;
        return new Offer(modern, server.json(), tools, prompts, resources, templates);
    }

    private <T> List<JsonNode> list(
            String what, Call<Listing<T>> call, Function<T, JsonNode> json) {
        switch (run.await(call)) {
            case Outcome.Ok<Listing<T>>(Listing<T> listing) -> {
                List<JsonNode> items = listing.items().stream().map(json).toList();
                int pages = listing.pages().size();
                counts.put(what, new Count(items.size(), pages, listing.complete()));
                warnings.addAll(listing.warnings());
                complete &= listing.complete();
                return items;
            }
            case Outcome.NotOk<Listing<T>> failed -> {
                complete = false;
                String message = "could not list " + what + ": " + failed.problem().message();
                String code = failed.problem().code();
                findings.add(new Finding(code, Severity.ERROR, Place.SERVER, message));
                return List.of();
            }
        }
    }

    /// What is wrong with a list that was asked for by the way.
    ///
    /// @param what it is a list of
    static List<Warning> faults(Listing<?> listing, String what) {
        List<Warning> all = new ArrayList<>(listing.warnings());
        if (!listing.complete()) {
            all.add(
                    new Warning(
                            "listing-incomplete",
                            "The list of " + what + " is not complete.",
                            1,
                            List.of()));
        }
        return all;
    }

    Map<String, Count> counts() {
        return counts;
    }

    /// What could not be listed.
    List<Finding> findings() {
        return findings;
    }

    List<Warning> warnings() {
        return warnings;
    }

    /// Whether every list is whole.
    boolean complete() {
        return complete;
    }
}
