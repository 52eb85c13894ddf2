package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.CacheHints;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Warning;

import javafx.scene.Node;
import javafx.scene.control.Button;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// How each listing was had: its pages, where it ended and why, and how long it holds. JavaFX
/// thread only.
public final class ListingsSection extends DescribedSection {
    private static final int PAGES_SHOWN = 12;
    private static final int SAMPLES_SHOWN = 3;
    private static final int CURSOR_SHOWN = 80;
    private static final int TROUBLES_SHOWN = 10;

    private final Connection connection;
    private final FactsPane facts = new FactsPane();
    private final Map<Kind, Button> more = new HashMap<>();

    /// What is listed.
    private enum Kind {
        TOOLS("Tools", "tools", "tools/list", "tools"),
        PROMPTS("Prompts", "prompts", "prompts/list", "prompts"),
        RESOURCES("Resources", "resources", "resources/list", "resources"),
        TEMPLATES("Templates", "resources", "resources/templates/list", "resourceTemplates");

        private final String label;
        private final String capability;
        private final String method;
        private final String field;

        Kind(String label, String capability, String method, String field) {
            this.label = label;
            this.capability = capability;
            this.method = method;
            this.field = field;
        }

        private Listing<?> of(Catalogue catalogue) {
            return switch (this) {
                case TOOLS -> catalogue.tools();
                case PROMPTS -> catalogue.prompts();
                case RESOURCES -> catalogue.resources();
                case TEMPLATES -> catalogue.templates();
            };
        }
    }

    public ListingsSection(Connection connection) {
        super("Listings");
        this.connection = connection;
        for (Kind kind : Kind.values()) {
            Button button = new Button("Load more");
            button.getStyleClass().add("small");
            button.setAccessibleText("Load more " + kind.field);
            button.setOnAction(_ -> {
                button.setDisable(true);
                connection.listMore(kind.method);
            });
            more.put(kind, button);
        }
    }

    @Override
    public Node node() {
        return facts;
    }

    @Override
    public boolean isOpenAtFirst() {
        return true;
    }

    @Override
    protected String show(ConnectionSnapshot snapshot, ServerDescription server) {
        // What was asked for before has come, or failed.
        more.values().forEach(button -> button.setDisable(false));
        boolean modern = server.revision().era() == Era.MODERN;
        List<Fact> all = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        if (modern) {
            all.add(Fact.of("server/discover", hints(server.cacheHints())));
        }
        for (Kind kind : Kind.values()) {
            if (!server.has(kind.capability)) {
                all.add(Fact.of(kind.label, "not offered"));
                continue;
            }
            Listing<?> listing = kind.of(snapshot.catalogue());
            boolean had = listing.asked().isPresent();
            String text =
                    had
                            ? pages(listing, kind.field)
                                    + cache(listing, modern)
                                    + troubles(listing)
                            : snapshot.catalogue().asked() ? "could not be listed" : "being listed";
            all.add(
                    listing.canGoOn() && connection.session().isPresent()
                            ? Fact.of(kind.label, text, Objects.requireNonNull(more.get(kind)))
                            : Fact.of(kind.label, text));
            if (had && !listing.items().isEmpty()) {
                counts.add(listing.items().size() + " " + kind.label.toLowerCase(Locale.ROOT));
            }
        }
        facts.set(all);
        return String.join(", ", counts);
    }

    /// Such as "237 on 3 pages (100 + 100 + 37), no more". What comes next is told by the last page
    /// ("Pagination").
    static String pages(Listing<?> listing, String field) {
        List<JsonNode> pages = listing.pages();
        String each =
                pages.stream()
                        .limit(PAGES_SHOWN)
                        .map(page -> Integer.toString(page.path(field).size()))
                        .collect(Collectors.joining(" + "));
        String shown = pages.size() > PAGES_SHOWN ? each + " + …" : each;
        String on = pages.size() == 1 ? "1 page" : pages.size() + " pages (" + shown + ")";
        String asked = listing.asked().map(at -> ", asked " + Described.time(at)).orElse("");
        return listing.items().size()
                + " on "
                + on
                + (listing.complete() ? ", no more" : "")
                + asked
                + (listing.remembered() ? ", from memory: it still held" : "")
                + (listing.complete() ? "" : "\nIncomplete: " + why(listing) + cursor(listing));
    }

    private static String cursor(Listing<?> listing) {
        String cursor =
                listing.pages().isEmpty()
                        ? ""
                        : listing.pages().getLast().path("nextCursor").asString("");
        return cursor.isEmpty()
                ? ""
                : "\nThe next page is at the cursor " + VisibleText.name(cursor, CURSOR_SHOWN);
    }

    /// What ended it early: the last thing that was said of it.
    private static String why(Listing<?> listing) {
        return listing.warnings().isEmpty()
                ? "what is shown was listed before"
                : sentence(listing.warnings().getLast());
    }

    private static String cache(Listing<?> listing, boolean modern) {
        if (!modern) {
            return "";
        }
        String until = listing.freshUntil().map(at -> ", until " + Described.time(at)).orElse("");
        return "\nCache: " + hints(listing.cacheHints()) + until;
    }

    private static String hints(CacheHints hints) {
        return hints.ttl().isZero()
                ? "no time given (ttlMs): asked for each time"
                : "holds "
                        + hints.ttl().toMillis() / 1_000.0
                        + " s (ttlMs), for "
                        + (hints.scope() == CacheHints.Scope.PUBLIC
                                ? "anybody (public)"
                                : "this user only (private)");
    }

    /// What was odd about the entries; what ended the listing is said already.
    private static String troubles(Listing<?> listing) {
        int told = listing.complete() ? 0 : 1;
        return listing.warnings().stream()
                .limit(Math.clamp(listing.warnings().size() - told, 0, TROUBLES_SHOWN))
                .map(warning -> "\n" + sentence(warning))
                .collect(Collectors.joining());
    }

    private static String sentence(Warning warning) {
        return warning.message()
                + (warning.count() > 1 ? " (" + warning.count() + " times)" : "")
                + ": "
                + warning.samples().stream().limit(SAMPLES_SHOWN).collect(Collectors.joining(", "));
    }
}
