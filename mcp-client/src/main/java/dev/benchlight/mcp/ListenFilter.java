package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a client wants to be told of ("Notification Filter", 2026-07-28). Immutable.
///
/// @param lists of `tools`, `prompts` and `resources` those whose changes are wanted
/// @param resources the URIs of those whose changes are wanted
/// @param tasks the ids of those whose changes are wanted
record ListenFilter(Set<String> lists, Set<String> resources, Set<String> tasks) {
    private static final List<String> LISTS = List.of("tools", "prompts", "resources");

    ListenFilter {
        lists = Set.copyOf(lists);
        resources = Set.copyOf(resources);
        tasks = Set.copyOf(tasks);
    }

    ListenFilter(Set<String> lists, Set<String> resources) {
        this(lists, resources, Set.of());
    }

    /// All the lists of which a server says that it tells of their changes.
    static Set<String> declared(ServerDescription server) {
        Set<String> declared = new TreeSet<>(LISTS);
        declared.removeIf(list ->
                !server.json().at("/capabilities/" + list + "/listChanged").asBoolean(false));
        return declared;
    }

    boolean isEmpty() {
        return lists.isEmpty() && resources.isEmpty() && tasks.isEmpty();
    }

    /// The params of the request.
    ObjectNode json() {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        ObjectNode filter = params.putObject("notifications");
        LISTS.stream().filter(lists::contains).forEach(list -> filter.put(field(list), true));
        if (!resources.isEmpty()) {
            ArrayNode uris = filter.putArray("resourceSubscriptions");
            new TreeSet<>(resources).forEach(uris::add);
        }
        if (!tasks.isEmpty()) {
            ArrayNode ids = filter.putArray("taskIds");
            new TreeSet<>(tasks).forEach(ids::add);
        }
        return params;
    }

    /// The lists that are wanted, but not among what the server grants.
    List<String> missing(JsonNode granted) {
        return LISTS.stream()
                .filter(lists::contains)
                .filter(list -> !granted.path(field(list)).asBoolean(false))
                .toList();
    }

    /// Whether the server grants to tell of a resource.
    static boolean grants(JsonNode granted, String uri) {
        return granted.path("resourceSubscriptions")
                .valueStream()
                .anyMatch(one -> one.asString("").equals(uri));
    }

    private static String field(String list) {
        return list + "ListChanged";
    }
}
