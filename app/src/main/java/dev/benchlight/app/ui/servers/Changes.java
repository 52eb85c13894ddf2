package dev.benchlight.app.ui.servers;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.mcp.Listed;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ResourceTemplate;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// What of a catalogue is new or different since it was listed before, also in an earlier session,
/// until it is looked at. Lives on one thread.
final class Changes {
    /// What is said of an entry; nothing where it is as it was.
    enum Mark {
        NONE(""),
        NEW("new"),
        CHANGED("changed");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Map<String, Known> known = new HashMap<>();
    private final Map<Place, Mark> marks = new HashMap<>();

    /// A listing, and its entries by what opens them.
    ///
    /// @param asked when it was asked for
    /// @param size with all entries, also those of the same name
    private record Known(Instant asked, int size, Map<Place, JsonNode> entries) {
        /// Whether it is the same answer, which is told without comparing all of it.
        boolean isOf(Listing<?> listing) {
            return size == listing.items().size()
                    && listing.asked().filter(asked::equals).isPresent();
        }
    }

    /// Takes in what is listed now.
    void take(ConnectionSnapshot snapshot) {
        String server = snapshot.entry().name();
        Catalogue catalogue = snapshot.catalogue();
        take(server, "tools", catalogue.tools(), t -> new Place.ToolPlace(server, t.name()));
        take(server, "prompts", catalogue.prompts(), p -> new Place.PromptPlace(server, p.name()));
        take(
                server,
                "resources",
                catalogue.resources(),
                r -> new Place.ResourcePlace(server, r.uri()));
        take(server, "templates", catalogue.templates(), t -> place(server, t));
    }

    private static Place place(String server, ResourceTemplate template) {
        return new Place.TemplatePlace(server, template.uriTemplate());
    }

    private <T extends Listed> void take(
            String server, String kind, Listing<T> listing, Function<T, Place> place) {
        Known before = known.get(server + " " + kind);
        boolean same = before != null && before.isOf(listing);
        if (same || listing.asked().isEmpty()) {
            return;
        }
        Map<Place, JsonNode> entries = new HashMap<>();
        listing.items().forEach(item -> entries.put(place.apply(item), item.json()));
        int size = listing.items().size();
        known.put(server + " " + kind, new Known(listing.asked().get(), size, entries));
        if (before != null) {
            entries.forEach((at, json) -> mark(at, before.entries().get(at), json));
        }
    }

    private void mark(Place at, @Nullable JsonNode before, JsonNode now) {
        if (before == null) {
            marks.put(at, Mark.NEW);
        } else if (!before.equals(now)) {
            marks.put(at, Mark.CHANGED);
        }
    }

    Mark of(Place place) {
        return marks.getOrDefault(place, Mark.NONE);
    }

    /// The user looked at it.
    void seen(Place place) {
        marks.remove(place);
    }
}
