package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.AppPages;
import dev.benchlight.app.doctor.Finding;
import dev.benchlight.app.doctor.Offer;
import dev.benchlight.app.doctor.Place;
import dev.benchlight.app.doctor.Severity;
import dev.benchlight.mcp.ReadResult;
import dev.benchlight.mcp.rpc.Outcome;

import java.util.ArrayList;
import java.util.List;

/// Reads the pages of apps that a server offers, and looks at them. Nothing that they name is
/// fetched, and none is shown.
final class PageReads {
    private static final int MOST = 20;

    private PageReads() {}

    static List<Finding> of(SessionRun run, Offer offer) {
        List<Finding> findings = new ArrayList<>();
        List<String> pages = AppPages.named(offer);
        for (String uri : pages.subList(0, Math.min(MOST, pages.size()))) {
            switch (run.await(run.session().readResource(uri, run.callOptions()))) {
                case Outcome.Ok<ReadResult>(ReadResult result) ->
                        findings.addAll(AppPages.of(uri, result.json()));
                case Outcome.Cancelled<ReadResult> cancelled -> {
                    return findings;
                }
                case Outcome.NotOk<ReadResult> failed ->
                        findings.add(
                                new Finding(
                                        "app-unreadable",
                                        Severity.ERROR,
                                        Place.of(Place.Kind.RESOURCE, uri),
                                        "is the page of an app and cannot be read: "
                                                + failed.problem().message()));
            }
        }
        if (pages.size() > MOST) {
            findings.add(
                    new Finding(
                            "app-not-read",
                            Severity.NOTE,
                            Place.SERVER,
                            "has %,d pages of apps, of which %d were looked at"
                                    .formatted(pages.size(), MOST)));
        }
        return findings;
    }
}
