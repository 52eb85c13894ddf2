package dev.benchlight.mcp.schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Where the references of a schema lead (JSON Schema 2020-12 core, 8.2): into the resource they
/// stand in, or into another that is embedded in the same document. Nothing is fetched. Immutable.
final class SchemaRefs {
    private final Resource root;
    private final Map<String, Resource> embedded = new HashMap<>();
    private final Map<String, JsonNode> anchors = new HashMap<>();

    SchemaRefs(JsonNode schema) {
        this.root = new Resource(Dialect.idKeyword(schema), URI.create(""), schema).in(schema);
        Deque<Resource> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Resource place = open.removeFirst();
            index(place);
            place.schema.forEach(child -> open.add(place.at(child).in(child)));
        }
    }

    /// The part of the document that `#` means.
    ///
    /// @param idKeyword `$id`, but `id` in draft-04
    /// @param base its id, or empty
    /// @param schema the place itself; `whole` is what it belongs to
    record Resource(String idKeyword, URI base, JsonNode whole, JsonNode schema) {
        Resource(String idKeyword, URI base, JsonNode whole) {
            this(idKeyword, base, whole, whole);
        }

        private Resource at(JsonNode child) {
            return new Resource(idKeyword, base, whole, child);
        }

        /// What a schema that stands here belongs to: itself if it has an id.
        Resource in(JsonNode child) {
            String id = child.path(idKeyword).asString("");
            if (id.isEmpty() || id.startsWith("#")) {
                return at(child);
            }
            try {
                return new Resource(idKeyword, withoutFragment(base.resolve(id)), child);
            } catch (IllegalArgumentException notAUri) {
                return at(child);
            }
        }
    }

    Resource root() {
        return root;
    }

    private void index(Resource place) {
        JsonNode schema = place.schema;
        // Outer places come first, so the first of a base is the resource itself.
        embedded.putIfAbsent(place.base.toString(), place);
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            String name = schema.path(keyword).asString("");
            if (!name.isEmpty()) {
                anchors.putIfAbsent(place.base + "#" + name, schema);
            }
        }
        String oldStyle = schema.path(place.idKeyword).asString("");
        if (oldStyle.startsWith("#")) {
            anchors.putIfAbsent(place.base + oldStyle, schema);
        }
    }

    /// Whether the reference leads out of the document, to where nothing is fetched from. The
    /// schemas of JSON Schema itself are at hand.
    boolean isForeign(String ref, Resource from) {
        Resource to = resource(ref, from);
        return to == null && Dialect.named(ref).isEmpty();
    }

    /// What the reference means in this document; null if it leads out of it, or nowhere.
    @Nullable JsonNode target(String ref, Resource from) {
        Resource to = resource(ref, from);
        int hash = ref.indexOf('#');
        String fragment = hash < 0 ? "" : ref.substring(hash + 1);
        if (to == null || fragment.isEmpty()) {
            return to == null ? null : to.whole;
        }
        if (!fragment.startsWith("/")) {
            return anchors.get(to.base + "#" + fragment);
        }
        try {
            String pointer =
                    URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
            JsonNode target = to.whole.at(JsonPointer.compile(pointer));
            return target.isMissingNode() ? null : target;
        } catch (IllegalArgumentException notAPointer) {
            return null;
        }
    }

    private @Nullable Resource resource(String ref, Resource from) {
        if (ref.startsWith("#")) {
            return from;
        }
        try {
            return embedded.get(withoutFragment(from.base.resolve(ref)).toString());
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }
}
