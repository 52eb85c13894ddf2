package dev.benchlight.app.doctor;

import dev.benchlight.app.doctor.Place.Kind;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.List;

/// Looks through all that a server offers. Nothing is sent and nothing fetched; the time it takes
/// grows with the size of the catalogue and no faster. Thread-safe.
public final class Doctor {
    private Doctor() {}

    /// In the order of the catalogue, what concerns the whole server last.
    public static List<Finding> of(Offer offer) {
        Findings findings = new Findings();
        TextLint texts = new TextLint(findings);
        texts.of(Place.SERVER, offer.server());
        for (Kind kind : Kind.values()) {
            NameLint names = new NameLint(kind, findings);
            for (JsonNode item : offer.of(kind)) {
                findings.nextItem();
                Place place = Place.of(kind, Offer.nameOf(kind, item));
                texts.of(place, item);
                names.of(place);
                DescriptionLint.of(place, item, findings);
                if (kind == Kind.TOOL) {
                    tool(offer, place, item, findings);
                }
            }
        }
        findings.nextItem();
        Summary.of(offer, findings);
        return findings.all();
    }

    private static void tool(Offer offer, Place place, JsonNode tool, Findings findings) {
        JsonPointer input = JsonPointer.empty().appendProperty("inputSchema");
        new SchemaLint(place, tool.path("inputSchema"), findings).check(input, true);
        if (tool.has("outputSchema")) {
            JsonPointer output = JsonPointer.empty().appendProperty("outputSchema");
            new SchemaLint(place, tool.path("outputSchema"), findings)
                    .check(output, !offer.modern());
        }
        ClaimLint.of(place, tool, findings);
        AppPages.of(place, tool, findings);
        Portability.of(place, tool, findings);
    }
}
