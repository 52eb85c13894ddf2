package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.Doctor;
import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.Offer;
import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.doctor.Severity;
import dev.benchlight.app.snapshots.CatalogueDiff;
import dev.benchlight.app.snapshots.CatalogueSnapshot;
import dev.benchlight.app.snapshots.Change;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Extensions;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Outcome;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// `inspect`: a report on the connection, the server and its catalogue, and on what of it changed.
///
/// @param options of the command
record InspectCommand(InspectOptions options) implements SessionCommand {

    @Override
    public Reply run(SessionRun run, ServerDescription server) throws InputException {
        McpSession session = run.session();
        long start = System.nanoTime();
        Listings listings = new Listings(run);
        Offer offer = listings.ask(server);
        List<Finding> findings = new ArrayList<>(listings.findings());
        findings.addAll(Doctor.of(offer));
        findings.addAll(PageReads.of(run, offer));
        List<Warning> warnings = new ArrayList<>(listings.warnings());
        Compared compared =
                listings.complete()
                        ? options.compare(run, CatalogueSnapshot.of(offer), warnings)
                        : Compared.incomplete();
        Compared found = compared.with(again(run, offer, findings));
        if (options.probes(run.config())) {
            findings.addAll(Probes.of(run, server));
        }
        InspectReport report =
                new InspectReport(
                        run.target().entry().name(),
                        server,
                        listings.counts(),
                        new ExtensionLines(Extensions.of(session.facts().capabilities(), server)),
                        claims(offer),
                        run.steps().steps(),
                        findings,
                        found);
        Reply reply =
                Reply.done(report.json(), report.text(run.around().console().width()))
                        .with(warnings)
                        .with(
                                session.connect().trace(),
                                Duration.ofNanos(System.nanoTime() - start));
        return run.interrupted()
                .map(problem -> reply.with(Exit.CANCELLED, problem))
                .or(() -> options.failed(found).map(problem -> reply.with(Exit.CHANGED, problem)))
                .orElse(reply);
    }

    /// The steps up to the one that failed are what is looked for then.
    @Override
    public Reply notConnected(SessionRun run, Outcome.NotOk<ServerDescription> failed) {
        InspectReport report =
                InspectReport.notConnected(run.target().entry().name(), run.steps().steps());
        return Reply.done(report.json(), report.text(run.around().console().width()))
                .with(Exit.of(failed), failed.problem());
    }

    /// A server may show one catalogue to be looked at and another to be used, so the tools are
    /// listed twice.
    private static List<Change> again(SessionRun run, Offer first, List<Finding> findings) {
        if (first.tools().isEmpty()) {
            return List.of();
        }
        run.session().forgetListings();
        if (!(run.await(run.session().listTools(run.callOptions()))
                instanceof Outcome.Ok<Listing<Tool>>(Listing<Tool> listing))) {
            return List.of();
        }
        List<JsonNode> tools = listing.items().stream().map(Tool::json).toList();
        Offer second =
                new Offer(
                        first.modern(),
                        first.server(),
                        tools,
                        first.prompts(),
                        first.resources(),
                        first.templates());
        var changes =
                CatalogueDiff.between(CatalogueSnapshot.of(first), CatalogueSnapshot.of(second));
        if (listing.complete() && !changes.isEmpty()) {
            findings.add(
                    new Finding(
                            "unstable-catalogue",
                            Severity.WARNING,
                            Place.SERVER,
                            "listed other tools the second time: " + changes.getFirst().sentence(),
                            "What was looked at is not what is used."));
            return changes;
        }
        return List.of();
    }

    private static TreeMap<String, Integer> claims(Offer offer) {
        TreeMap<String, Integer> claims = new TreeMap<>();
        for (JsonNode tool : offer.tools()) {
            tool.path("annotations")
                    .properties()
                    .forEach(claim -> {
                        if (claim.getValue().asBoolean(false)) {
                            claims.merge(claim.getKey(), 1, Integer::sum);
                        }
                    });
        }
        return claims;
    }
}
