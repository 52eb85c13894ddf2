package dev.benchlight.app.snapshots;

import dev.benchlight.app.doctor.Offer;
import dev.benchlight.app.doctor.Place.Kind;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A catalogue as JSON in a form that is the same whenever it means the same, so that it can be
/// committed and compared. Immutable.
///
/// @param json canonical; never changed
public record CatalogueSnapshot(JsonNode json) {
    private static final JsonMapper READER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final int VERSION = 1;
    private static final List<String> OF_SERVER =
            List.of("serverInfo", "capabilities", "instructions");

    /// Where revisions without a handshake have what a server is called.
    private static final String IN_META = "io.modelcontextprotocol/";

    static final Map<Kind, String> LISTS = lists();

    private static Map<Kind, String> lists() {
        Map<Kind, String> lists = new LinkedHashMap<>();
        lists.put(Kind.TOOL, "tools");
        lists.put(Kind.PROMPT, "prompts");
        lists.put(Kind.RESOURCE, "resources");
        lists.put(Kind.TEMPLATE, "resourceTemplates");
        return lists;
    }

    public static CatalogueSnapshot of(Offer offer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        ObjectNode server = json.putObject("server");
        for (String member : OF_SERVER) {
            JsonNode value =
                    offer.server()
                            .optional(member)
                            .orElse(offer.server().path("_meta").path(IN_META + member));
            if (!value.isMissingNode()) {
                server.set(member, value);
            }
        }
        LISTS.forEach((kind, name) -> {
            ArrayNode list = json.putArray(name);
            offer.of(kind).stream()
                    .map(Canonical::of)
                    .sorted(
                            Comparator.comparing((JsonNode item) -> Offer.nameOf(kind, item))
                                    .thenComparing(JsonNode::toString))
                    .forEach(list::add);
        });
        return new CatalogueSnapshot(Canonical.of(json));
    }

    /// What [#text()] gave; empty if it is anything else.
    public static Optional<CatalogueSnapshot> parse(String text) {
        try {
            JsonNode json = READER.readTree(text);
            boolean known =
                    json.path("version").asInt(0) == VERSION && json.path("tools").isArray();
            return known
                    ? Optional.of(new CatalogueSnapshot(Canonical.of(json)))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// For a file: a member a line, so that a change can be read in a diff.
    public String text() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    /// The items of a kind by their names; of those of one name the first.
    Map<String, JsonNode> items(Kind kind) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        for (JsonNode item : json.path(LISTS.getOrDefault(kind, ""))) {
            items.putIfAbsent(Offer.nameOf(kind, item), item);
        }
        return items;
    }

    JsonNode server() {
        return json.path("server");
    }
}
