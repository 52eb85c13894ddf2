package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.mcp.Listing;

import java.util.List;
import java.util.stream.Stream;

/// What a server offers, as rows.
public final class Offers {
    private Offers() {}

    /// One thing that can be opened, for the sidebar and the palette.
    public record Offer(Place place, String title, String description) {}

    /// Everything a server offers, tools first.
    public static List<Offer> all(ConnectionSnapshot snapshot) {
        return Stream.of(Row.Kind.values()).flatMap(kind -> of(snapshot, kind).stream()).toList();
    }

    static Listing<?> listing(ConnectionSnapshot snapshot, Row.Kind kind) {
        Catalogue catalogue = snapshot.catalogue();
        return switch (kind) {
            case TOOLS -> catalogue.tools();
            case PROMPTS -> catalogue.prompts();
            case RESOURCES -> catalogue.resources();
            case TEMPLATES -> catalogue.templates();
        };
    }

    static List<Offer> of(ConnectionSnapshot snapshot, Row.Kind kind) {
        String server = snapshot.entry().name();
        Catalogue catalogue = snapshot.catalogue();
        return switch (kind) {
            case TOOLS ->
                    catalogue.tools().items().stream()
                            .map(t ->
                                    new Offer(
                                            new Place.ToolPlace(server, t.name()),
                                            t.title(),
                                            t.description()))
                            .toList();
            case PROMPTS ->
                    catalogue.prompts().items().stream()
                            .map(p ->
                                    new Offer(
                                            new Place.PromptPlace(server, p.name()),
                                            p.title(),
                                            p.description()))
                            .toList();
            case RESOURCES ->
                    catalogue.resources().items().stream()
                            .map(r ->
                                    new Offer(
                                            new Place.ResourcePlace(server, r.uri()),
                                            r.title(),
                                            r.description()))
                            .toList();
            case TEMPLATES ->
                    catalogue.templates().items().stream()
                            .map(t ->
                                    new Offer(
                                            new Place.TemplatePlace(server, t.uriTemplate()),
                                            t.title(),
                                            t.description()))
                            .toList();
        };
    }
}
