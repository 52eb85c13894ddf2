package dev.benchlight.app.doctor;

import dev.benchlight.app.apps.AppFinding;
import dev.benchlight.app.apps.AppLink;
import dev.benchlight.app.apps.AppLint;
import dev.benchlight.app.apps.AppPage;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of apps among the findings: how tools name them, and what is wrong with each, with
/// what it declares of its policy and permissions. Thread-safe.
public final class AppPages {
    private static final Map<String, Severity> SEVERITIES =
            Map.of(
                    "app-scheme", Severity.ERROR,
                    "app-type", Severity.ERROR,
                    "app-bad-csp", Severity.ERROR,
                    "app-empty", Severity.ERROR,
                    "app-permission", Severity.LOOK_AT,
                    "app-no-csp", Severity.NOTE,
                    "app-inline", Severity.NOTE,
                    "app-large", Severity.NOTE,
                    "app-border", Severity.NOTE);

    private AppPages() {}

    /// How a tool names its page.
    static void of(Place tool, JsonNode json, Findings findings) {
        AppLink link = AppLink.of(json).orElse(null);
        if (link == null) {
            return;
        }
        JsonPointer meta = JsonPointer.empty().appendProperty("_meta");
        Place at =
                tool.at(
                        link.flat()
                                ? meta.appendProperty("ui/resourceUri")
                                : meta.appendProperty("ui").appendProperty("resourceUri"));
        if (!link.uri().startsWith(AppPage.SCHEME)) {
            findings.add(
                    "app-scheme",
                    Severity.ERROR,
                    at,
                    "names a page whose URI does not begin with ui://, so that no host shows it");
        }
        if (link.flat()) {
            findings.add(
                    "app-old-key",
                    Severity.NOTE,
                    at,
                    "names its page under a key of the drafts",
                    "The key is resourceUri, in _meta.ui.");
        }
    }

    /// The URIs of the pages that tools name or the server lists, each once.
    public static List<String> named(Offer offer) {
        Set<String> all = new LinkedHashSet<>();
        offer.tools().forEach(tool -> AppLink.of(tool).map(AppLink::uri).ifPresent(all::add));
        offer.resources().forEach(resource -> all.add(resource.path("uri").asString("")));
        return all.stream().filter(uri -> uri.startsWith(AppPage.SCHEME)).toList();
    }

    /// What is wrong with a page.
    ///
    /// @param uri by which it was asked for
    /// @param result of `resources/read`
    public static List<Finding> of(String uri, JsonNode result) {
        Place place = Place.of(Place.Kind.RESOURCE, uri);
        return AppPage.in(result)
                .map(page -> AppLint.of(page).stream().map(found -> finding(place, found)).toList())
                .orElseGet(() ->
                        List.of(
                                new Finding(
                                        "app-type",
                                        Severity.ERROR,
                                        place,
                                        "is named as a page, and was answered with none")));
    }

    private static Finding finding(Place place, AppFinding found) {
        Severity severity = SEVERITIES.getOrDefault(found.code(), Severity.WARNING);
        return new Finding(found.code(), severity, place, "as a page: " + found.message());
    }
}
